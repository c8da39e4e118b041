// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventlint.h"

#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace coldframe::eventlint {

/// A place of an event, also one that does not exist.
class Place
{
public:
    Place(const OrderedJson *json, QString pointer);

    bool exists() const { return m_json; }
    const OrderedJson &json() const { return *m_json; }
    const QString &pointer() const { return m_pointer; }
    QString name() const; ///< of the member

    bool isObject() const;
    bool isList() const;
    bool isString() const;
    bool isNull() const;
    QString text() const; ///< of a string; empty for anything else
    QString type() const; ///< "string", "list" ..., "absent"

    Place operator[](const char *name) const;
    Place operator[](const std::string &name) const;
    Place at(std::size_t index) const;
    Place sibling(const char *name) const; ///< a pointer only

    /// Of an object or list; empty for anything else.
    std::vector<Place> children() const;

private:
    const OrderedJson *m_json;
    QString m_pointer;
};

/// What a problem is made of, in one expression.
class Finding
{
public:
    Finding(std::vector<EventProblem> &problems, std::size_t index)
        : m_problems(problems)
        , m_index(index)
    { }

    Finding &warning();
    Finding &found(const QString &text);
    Finding &expected(const QString &text);
    Finding &other(const QString &text);
    Finding &set(const QString &pointer, const OrderedJson &value);
    Finding &remove(const QString &pointer);
    Finding &rename(const QString &pointer, const QString &name);

private:
    EventProblem &problem() { return m_problems[m_index]; }

    std::vector<EventProblem> &m_problems;
    std::size_t m_index;
};

enum class TimeSpelling {
    Iso, ///< with Z, with or without milliseconds
    IsoSeconds, ///< with Z, without milliseconds
    IsoOffset, ///< ISO 8601 with Z or an offset
    ApiGateway,
    Milliseconds, ///< a number
    MillisecondsText,
    Seconds, ///< a number, may have a fraction
    MicrosecondsText,
};

/// Collects problems, and has the checks that many sources need.
class Report
{
public:
    explicit Report(EventKind kindOfEvent)
        : kind(kindOfEvent)
    { }

    EventKind kind;
    std::vector<EventProblem> problems;

    Finding add(EventRule rule, const Place &place);

    /// "string", "number", "integer", "boolean", "object" or "list"; a missing place is right.
    bool type(const Place &place, const char *expected);
    bool present(const Place &parent, const char *name);
    /// The same, and it is a string or another type.
    bool required(const Place &parent, const char *name, const char *type = "string");
    /// Missing members become null.
    void nullable(const Place &parent, std::initializer_list<const char *> names);
    /// A string for a text that the service serialises.
    bool serialised(const Place &place);
    /// The same, and it has to be JSON.
    void innerJson(const Place &place);
    void time(const Place &place, TimeSpelling spelling);
    /// An ARN of that service.
    void arnOf(const Place &place, const QString &service);
    void base64(const Place &place);
    /// Each value of a map is a string; names in `except` are not looked at.
    void texts(const Place &map, std::initializer_list<const char *> except = {});
    void value(const Place &place, const char *expected);
    void regionOf(const Place &arn, const QString &region);
    void agrees(const Place &place, const QString &expected, const QString &other,
                bool isWarning = false);
    void uniqueIds(const std::vector<Place> &records, const char *name);
    void batchSize(const Place &records, std::size_t most);
    void oneRecord(const Place &records);
    void sameSource(const std::vector<Place> &records, std::initializer_list<const char *> names);
    /// JSON in a string, when it is an event by itself.
    void document(const Place &place);
    /// Takes over what is wrong inside a string; `encode` makes the string of the document.
    void takeOver(Report &inner, const OrderedJson &document, const Place &place,
                  const std::function<OrderedJson(const OrderedJson &)> &encode);
};

bool isBase64(const QString &text);

/// The region in an ARN, and the like; empty when it has none.
QString regionIn(const QString &arn);
QString accountIn(const QString &arn);
QString partitionIn(const QString &arn);
QString partitionFor(const QString &region);

/// The rules of one document; the event's kind is known.
void lintDocument(Report &report, const Place &event);

// By source.
void lintRequest(Report &report, const Place &event);
void lintLoadBalancer(Report &report, const Place &event);
void lintWebSocket(Report &report, const Place &event);
void lintAuthorizer(Report &report, const Place &event);
void lintLattice(Report &report, const Place &event);
void lintCloudFront(Report &report, const Place &event);
void lintSqs(Report &report, const Place &event);
void lintSns(Report &report, const Place &event);
void lintSnsEnvelope(Report &report, const Place &event);
void lintS3(Report &report, const Place &event);
void lintKinesis(Report &report, const Place &event);
void lintDynamoDb(Report &report, const Place &event);
void lintFirehose(Report &report, const Place &event);
void lintKafka(Report &report, const Place &event);
void lintMq(Report &report, const Place &event);
void lintEventBridge(Report &report, const Place &event);
void lintLogs(Report &report, const Place &event);
void lintAlarm(Report &report, const Place &event);
void lintCognito(Report &report, const Place &event);
void lintCustomResource(Report &report, const Place &event);
void lintConfigRule(Report &report, const Place &event);

/// Member names by place; elements of lists count as one place.
using KnownNames = std::map<QString, std::set<std::string>>;

/// How the templates spell members.
struct Spellings
{
    std::map<EventKind, KnownNames> byKind;
    std::set<std::string> everywhere; ///< all names of all templates
};
std::shared_ptr<const Spellings> spellingsOf(const TemplateCatalogue &catalogue);

/// Members that are nearly spelled like one that a template of the kind has at the same place.
void lintSpelling(Report &report, const Place &event, const Spellings &spellings);

} // namespace coldframe::eventlint
