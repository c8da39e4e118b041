// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/fidelity.h"

#include <QDialog>

class QTextBrowser;

namespace coldframe {

/// "What the numbers mean": what is enforced, measured, modelled and not emulated here.
class FidelityDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit FidelityDialog(const LimitsInForce &limits, QWidget *parent = nullptr);

private:
    QTextBrowser *m_text;
};

} // namespace coldframe
