// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invokeoptions.h"
#include "core/tuning/calibration.h"

namespace coldframe::cli {

/// How `tune` prints.
enum class TuneOutput {
    Text,
    Json,
    VisualiserUrl, ///< the link to AWS Lambda Power Tuning's viewer
};

/// What the arguments of `tune` say.
struct TuneOptions
{
    TuningPlan plan; ///< without event, prices and what this computer offers
    TuneOutput output = TuneOutput::Text;
    Calibration calibration; ///< of Kernel only the source: its time is still to be measured
    QString reportFile; ///< where a page about it goes; empty for none
    QByteArray reports; ///< Calibration::Source::Reports: the file's bytes
};

/// Options of `invoke` that `tune` decides itself, or does not print.
const QStringList &optionsWithoutMeaningForTune();

void addTuneOptions(QCommandLineParser &parser);

/// --output may say visualiser-url here, which the parser's other readers do not know: returns the
/// arguments without it.
QStringList takeVisualiserUrl(const QStringList &arguments, bool &wanted);

/// The Error says which option or target.
Result<TuneOptions> readTuneOptions(const QCommandLineParser &parser);

} // namespace coldframe::cli
