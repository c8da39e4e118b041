// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/pricescontroller.h"

#include "core/base/async.h"
#include "gui/app/later.h"
#include "gui/cost/costpanel.h"
#include "wording/errortext.h"

#include <QDateTime>

namespace coldframe {

namespace {

struct ReadPrices
{
    ActivePriceBook book;
    QByteArray text; ///< what is edited: the user's own book even when it can't be used
    std::optional<Error> problem; ///< why that one does not count
};

Result<ReadPrices> readPrices(const QString &data, const QString &config)
{
    ReadPrices read;
    Result<ActivePriceBook> book = loadActivePriceBook(data, config);
    if (!book && !config.isEmpty()) {
        read.problem = book.error();
        book = loadActivePriceBook(data, {});
    }
    if (!book)
        return tl::make_unexpected(book.error());
    read.book = std::move(*book);
    read.text = activePriceBookText(data, config).value_or(QByteArray());
    return read;
}

QDate dateOf(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(
               std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch())
                   .count())
        .date();
}

} // namespace

PricesController::PricesController(QString dataDirectory, QString configDirectory,
                                   const Clock &clock, CostPanel &panel, QObject *parent)
    : QObject(parent)
    , m_data(std::move(dataDirectory))
    , m_config(std::move(configDirectory))
    , m_clock(clock)
    , m_panel(panel)
{
    connect(&m_panel, &CostPanel::pricesEdited, this, &PricesController::store);
    connect(&m_panel, &CostPanel::pricesResetRequested, this, &PricesController::reset);
}

void PricesController::load()
{
    whenDone(later([data = m_data, config = m_config] { return readPrices(data, config); }), this,
             [this](const Result<ReadPrices> &read) {
                 if (!read) {
                     Q_EMIT failed(read.error());
                     return;
                 }
                 m_panel.setPrices(read->book, read->text,
                                   read->problem ? errorText(*read->problem) : QString(),
                                   dateOf(m_clock.wallNow()));
                 Q_EMIT loaded(read->book);
             });
}

void PricesController::store(const QByteArray &text)
{
    whenDone(later([config = m_config, text] { return storeUsersPriceBook(config, text); }), this,
             [this](const Result<void> &stored) {
                 if (!stored)
                     Q_EMIT failed(stored.error());
                 else
                     load();
             });
}

void PricesController::reset()
{
    whenDone(later([config = m_config] { return removeUsersPriceBook(config); }), this,
             [this](const Result<void> &removed) {
                 if (!removed)
                     Q_EMIT failed(removed.error());
                 load();
             });
}

} // namespace coldframe

#include "moc_pricescontroller.cpp"
