// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <QDialog>

class QTextBrowser;

namespace coldframe {

/// "What the numbers mean": each figure with its provenance.
class FidelityDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit FidelityDialog(Isolation isolation, QWidget *parent = nullptr);

private:
    QTextBrowser *m_text;
};

} // namespace coldframe
