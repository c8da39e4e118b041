// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/invoker/burst.h"

#include <QWidget>

#include <variant>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QStackedWidget;

namespace coldframe {

class BurstChart;
class BurstFigures;
class ColourLegend;
class ElidedLabel;
class NoticeBar;

/// Sends many events of the chosen function: how many, how fast, and what came of it.
class BurstPanel final : public QWidget
{
    Q_OBJECT

public:
    using Shape = std::variant<AtOnce, AtRate>;

    explicit BurstPanel(QWidget *parent = nullptr);

    /// What is sent; an empty name when nothing can be.
    void setFunction(const QString &name, const QString &eventName);

    Shape shape() const;

    /// A burst of so many begins.
    void begin(int planned);
    void setStatistics(const BurstStatistics &statistics);
    /// What was sent runs to its end, or is being stopped.
    void setStopping();
    void end();

    /// It could not begin.
    void showError(const Error &error);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void startRequested(const coldframe::BurstPanel::Shape &shape);
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeResult();
    QSpinBox *makeBox(const QString &name, int most, int value, const QString &accessibleName);
    void chooseShape();
    void arrange();
    void updateButtons();
    void applyColours();

    QBoxLayout *m_body;
    NoticeBar *m_notice;
    QWidget *m_form = nullptr;
    QLabel *m_target = nullptr;
    QRadioButton *m_atOnce = nullptr;
    QRadioButton *m_atRate = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_perSecond = nullptr;
    QSpinBox *m_seconds = nullptr;
    QLabel *m_total = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_status = nullptr;
    QStackedWidget *m_pages = nullptr;
    BurstChart *m_chart = nullptr;
    BurstFigures *m_figures = nullptr;
    ColourLegend *m_legend = nullptr;
    ElidedLabel *m_details = nullptr;
    QLabel *m_reasons = nullptr;
    QString m_function;
    int m_planned = 0;
    bool m_isRunning = false;
    bool m_isStopping = false;
};

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::BurstPanel::Shape)
