// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/modulestate.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QString textAt(const OrderedJson &entry, std::size_t index)
{
    return QString::fromStdString(entry.at(index).get<std::string>());
}

} // namespace

Result<ToldState> parseModuleState(QByteArrayView body)
{
    const Result<OrderedJson> json = parseJson(body);
    if (!json)
        return tl::make_unexpected(json.error());
    try {
        ToldState told;
        told.isInitial = json->at("when").get<std::string>() == "initialised";
        told.state.file = QString::fromStdString(json->at("file").get<std::string>());
        told.state.isComplete = json->at("complete").get<bool>();
        told.state.seesModuleVariables = json->at("sees").get<std::string>() == "module";
        for (const OrderedJson &entry : json->at("variables")) {
            told.state.variables.push_back(
                {textAt(entry, 0), textAt(entry, 1), textAt(entry, 2), entry.at(3).get<bool>()});
        }
        return told;
    } catch (const nlohmann::json::exception &exception) {
        return failure(Error::Code::InvalidArgument, QString::fromUtf8(exception.what()));
    }
}

} // namespace coldframe
