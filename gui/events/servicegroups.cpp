// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/servicegroups.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>

namespace coldframe {

namespace {

struct ServiceGroups
{
    Q_DECLARE_TR_FUNCTIONS(ServiceGroups)
};

enum class Subject {
    Requests,
    Messages,
    Streams,
    Data,
    People,
    Watching,
    Delivery,
    Computing,
    Security,
    Others,
};

struct ServiceSubject
{
    const char *service;
    Subject subject;
};

constexpr ServiceSubject subjects[] = {
    {"API Gateway", Subject::Requests},
    {"AWS AppSync", Subject::Requests},
    {"Amazon CloudFront", Subject::Requests},
    {"Elastic Load Balancing", Subject::Requests},
    {"VPC Lattice", Subject::Requests},
    {"Amazon EventBridge", Subject::Messages},
    {"Amazon MQ", Subject::Messages},
    {"Amazon SNS", Subject::Messages},
    {"Amazon SQS", Subject::Messages},
    {"AWS IoT Core", Subject::Messages},
    {"Amazon Data Firehose", Subject::Streams},
    {"Amazon Kinesis", Subject::Streams},
    {"Amazon MSK", Subject::Streams},
    {"Apache Kafka", Subject::Streams},
    {"AWS Glue", Subject::Data},
    {"AWS Transfer Family", Subject::Data},
    {"Amazon DocumentDB", Subject::Data},
    {"Amazon DynamoDB", Subject::Data},
    {"Amazon RDS", Subject::Data},
    {"Amazon S3", Subject::Data},
    {"Alexa", Subject::People},
    {"Amazon Bedrock", Subject::People},
    {"Amazon Cognito", Subject::People},
    {"Amazon Connect", Subject::People},
    {"Amazon Lex", Subject::People},
    {"Amazon SES", Subject::People},
    {"AWS CloudTrail", Subject::Watching},
    {"AWS Health", Subject::Watching},
    {"Amazon CloudWatch", Subject::Watching},
    {"Amazon CloudWatch Logs", Subject::Watching},
    {"AWS CloudFormation", Subject::Delivery},
    {"AWS CodeBuild", Subject::Delivery},
    {"AWS CodeCommit", Subject::Delivery},
    {"AWS CodeDeploy", Subject::Delivery},
    {"AWS CodePipeline", Subject::Delivery},
    {"Amazon ECR", Subject::Delivery},
    {"AWS Batch", Subject::Computing},
    {"AWS Step Functions", Subject::Computing},
    {"AWS Systems Manager", Subject::Computing},
    {"Amazon EC2", Subject::Computing},
    {"Amazon EC2 Auto Scaling", Subject::Computing},
    {"Amazon ECS", Subject::Computing},
    {"Lambda", Subject::Computing},
    {"AWS Certificate Manager", Subject::Security},
    {"AWS Config", Subject::Security},
    {"AWS Secrets Manager", Subject::Security},
    {"AWS Security Hub", Subject::Security},
    {"Amazon GuardDuty", Subject::Security},
};

Subject subjectOf(const QString &service)
{
    const auto found = std::find_if(
        std::begin(subjects), std::end(subjects),
        [&service](const ServiceSubject &one) { return service == QLatin1String(one.service); });
    return found == std::end(subjects) ? Subject::Others : found->subject;
}

QString titleOf(Subject subject)
{
    switch (subject) {
    case Subject::Requests:
        return ServiceGroups::tr("HTTP and APIs");
    case Subject::Messages:
        return ServiceGroups::tr("Queues, topics and buses");
    case Subject::Streams:
        return ServiceGroups::tr("Streams");
    case Subject::Data:
        return ServiceGroups::tr("Storage and databases");
    case Subject::People:
        return ServiceGroups::tr("Users and conversations");
    case Subject::Watching:
        return ServiceGroups::tr("Logs and alarms");
    case Subject::Delivery:
        return ServiceGroups::tr("Deployment");
    case Subject::Computing:
        return ServiceGroups::tr("Computing and workflows");
    case Subject::Security:
        return ServiceGroups::tr("Security");
    case Subject::Others:
        return ServiceGroups::tr("Other services");
    }
    return {};
}

} // namespace

std::vector<ServiceGroup> groupServices(const std::vector<QString> &services)
{
    std::array<ServiceGroup, std::size_t(Subject::Others) + 1> all;
    for (const QString &service : services)
        all[std::size_t(subjectOf(service))].services.push_back(service);
    std::vector<ServiceGroup> groups;
    for (std::size_t i = 0; i < all.size(); ++i) {
        ServiceGroup &group = all[i];
        if (group.services.empty())
            continue;
        group.title = titleOf(static_cast<Subject>(i));
        std::sort(group.services.begin(), group.services.end(),
                  [](const QString &left, const QString &right) {
                      return shortServiceName(left) < shortServiceName(right);
                  });
        groups.push_back(std::move(group));
    }
    return groups;
}

QString shortServiceName(const QString &service)
{
    for (const QLatin1String company : {QLatin1String("Amazon "), QLatin1String("AWS ")}) {
        if (service.startsWith(company))
            return service.mid(company.size());
    }
    return service;
}

} // namespace coldframe
