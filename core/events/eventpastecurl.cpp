// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventpastecurl.h"

#include "core/events/nearestname.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe::eventpaste {

namespace {

enum class OptionUse {
    Flag, ///< no value, no meaning for the event
    Ignored, ///< a value, no meaning for the event
    Request,
    Header,
    Data,
    DataRaw,
    DataBinary,
    DataUrlEncode,
    Json,
    Get,
    Head,
    Cookie,
    User,
    Url,
    UrlQuery,
    UserAgent,
    Referer,
    Bearer,
    Compressed,
    Form,
    File, ///< reads its request from a file
    Next,
};

struct CurlOption
{
    const char *name;
    char letter;
    OptionUse use;
};

/// Those that change the request, and those that take a value, which is no URL then.
constexpr CurlOption curlOptions[] = {
    {"request", 'X', OptionUse::Request},
    {"header", 'H', OptionUse::Header},
    {"data", 'd', OptionUse::Data},
    {"data-ascii", 0, OptionUse::Data},
    {"data-raw", 0, OptionUse::DataRaw},
    {"data-binary", 0, OptionUse::DataBinary},
    {"data-urlencode", 0, OptionUse::DataUrlEncode},
    {"json", 0, OptionUse::Json},
    {"get", 'G', OptionUse::Get},
    {"head", 'I', OptionUse::Head},
    {"cookie", 'b', OptionUse::Cookie},
    {"user", 'u', OptionUse::User},
    {"url", 0, OptionUse::Url},
    {"url-query", 0, OptionUse::UrlQuery},
    {"user-agent", 'A', OptionUse::UserAgent},
    {"referer", 'e', OptionUse::Referer},
    {"oauth2-bearer", 0, OptionUse::Bearer},
    {"compressed", 0, OptionUse::Compressed},
    {"form", 'F', OptionUse::Form},
    {"form-string", 0, OptionUse::Form},
    {"upload-file", 'T', OptionUse::File},
    {"config", 'K', OptionUse::File},
    {"next", ':', OptionUse::Next},
    {"silent", 's', OptionUse::Flag},
    {"show-error", 'S', OptionUse::Flag},
    {"verbose", 'v', OptionUse::Flag},
    {"include", 'i', OptionUse::Flag},
    {"show-headers", 0, OptionUse::Flag},
    {"insecure", 'k', OptionUse::Flag},
    {"location", 'L', OptionUse::Flag},
    {"location-trusted", 0, OptionUse::Flag},
    {"fail", 'f', OptionUse::Flag},
    {"fail-with-body", 0, OptionUse::Flag},
    {"fail-early", 0, OptionUse::Flag},
    {"no-buffer", 'N', OptionUse::Flag},
    {"globoff", 'g', OptionUse::Flag},
    {"progress-bar", '#', OptionUse::Flag},
    {"junk-session-cookies", 'j', OptionUse::Flag},
    {"ipv4", '4', OptionUse::Flag},
    {"ipv6", '6', OptionUse::Flag},
    {"http1.0", '0', OptionUse::Flag},
    {"http1.1", 0, OptionUse::Flag},
    {"http2", 0, OptionUse::Flag},
    {"http2-prior-knowledge", 0, OptionUse::Flag},
    {"http3", 0, OptionUse::Flag},
    {"http3-only", 0, OptionUse::Flag},
    {"tlsv1", '1', OptionUse::Flag},
    {"tlsv1.0", 0, OptionUse::Flag},
    {"tlsv1.1", 0, OptionUse::Flag},
    {"tlsv1.2", 0, OptionUse::Flag},
    {"tlsv1.3", 0, OptionUse::Flag},
    {"sslv2", '2', OptionUse::Flag},
    {"sslv3", '3', OptionUse::Flag},
    {"remote-name", 'O', OptionUse::Flag},
    {"remote-header-name", 'J', OptionUse::Flag},
    {"remote-name-all", 0, OptionUse::Flag},
    {"path-as-is", 0, OptionUse::Flag},
    {"netrc", 'n', OptionUse::Flag},
    {"disable", 'q', OptionUse::Flag},
    {"basic", 0, OptionUse::Flag},
    {"digest", 0, OptionUse::Flag},
    {"ntlm", 0, OptionUse::Flag},
    {"negotiate", 0, OptionUse::Flag},
    {"anyauth", 0, OptionUse::Flag},
    {"raw", 0, OptionUse::Flag},
    {"tr-encoding", 0, OptionUse::Flag},
    {"ssl", 0, OptionUse::Flag},
    {"ssl-reqd", 0, OptionUse::Flag},
    {"tcp-nodelay", 0, OptionUse::Flag},
    {"tcp-fastopen", 0, OptionUse::Flag},
    {"trace-time", 0, OptionUse::Flag},
    {"create-dirs", 0, OptionUse::Flag},
    {"parallel", 'Z', OptionUse::Flag},
    {"retry-all-errors", 0, OptionUse::Flag},
    {"retry-connrefused", 0, OptionUse::Flag},
    {"post301", 0, OptionUse::Flag},
    {"post302", 0, OptionUse::Flag},
    {"post303", 0, OptionUse::Flag},
    {"styled-output", 0, OptionUse::Flag},
    {"progress-meter", 0, OptionUse::Flag},
    {"keepalive", 0, OptionUse::Flag},
    {"proxy-insecure", 0, OptionUse::Flag},
    {"output", 'o', OptionUse::Ignored},
    {"output-dir", 0, OptionUse::Ignored},
    {"write-out", 'w', OptionUse::Ignored},
    {"max-time", 'm', OptionUse::Ignored},
    {"connect-timeout", 0, OptionUse::Ignored},
    {"connect-to", 0, OptionUse::Ignored},
    {"retry", 0, OptionUse::Ignored},
    {"retry-delay", 0, OptionUse::Ignored},
    {"retry-max-time", 0, OptionUse::Ignored},
    {"expect100-timeout", 0, OptionUse::Ignored},
    {"keepalive-time", 0, OptionUse::Ignored},
    {"proxy", 'x', OptionUse::Ignored},
    {"proxy-user", 'U', OptionUse::Ignored},
    {"proxy-header", 0, OptionUse::Ignored},
    {"noproxy", 0, OptionUse::Ignored},
    {"socks5", 0, OptionUse::Ignored},
    {"socks5-hostname", 0, OptionUse::Ignored},
    {"preproxy", 0, OptionUse::Ignored},
    {"cacert", 0, OptionUse::Ignored},
    {"capath", 0, OptionUse::Ignored},
    {"cert", 'E', OptionUse::Ignored},
    {"cert-type", 0, OptionUse::Ignored},
    {"key", 0, OptionUse::Ignored},
    {"key-type", 0, OptionUse::Ignored},
    {"pass", 0, OptionUse::Ignored},
    {"pinnedpubkey", 0, OptionUse::Ignored},
    {"cookie-jar", 'c', OptionUse::Ignored},
    {"resolve", 0, OptionUse::Ignored},
    {"interface", 0, OptionUse::Ignored},
    {"local-port", 0, OptionUse::Ignored},
    {"dns-servers", 0, OptionUse::Ignored},
    {"doh-url", 0, OptionUse::Ignored},
    {"dump-header", 'D', OptionUse::Ignored},
    {"limit-rate", 0, OptionUse::Ignored},
    {"rate", 0, OptionUse::Ignored},
    {"max-redirs", 0, OptionUse::Ignored},
    {"max-filesize", 0, OptionUse::Ignored},
    {"proto", 0, OptionUse::Ignored},
    {"proto-default", 0, OptionUse::Ignored},
    {"proto-redir", 0, OptionUse::Ignored},
    {"tls-max", 0, OptionUse::Ignored},
    {"ciphers", 0, OptionUse::Ignored},
    {"tls13-ciphers", 0, OptionUse::Ignored},
    {"curves", 0, OptionUse::Ignored},
    {"range", 'r', OptionUse::Ignored},
    {"continue-at", 'C', OptionUse::Ignored},
    {"speed-limit", 'Y', OptionUse::Ignored},
    {"speed-time", 'y', OptionUse::Ignored},
    {"time-cond", 'z', OptionUse::Ignored},
    {"trace", 0, OptionUse::Ignored},
    {"trace-ascii", 0, OptionUse::Ignored},
    {"stderr", 0, OptionUse::Ignored},
    {"unix-socket", 0, OptionUse::Ignored},
    {"abstract-unix-socket", 0, OptionUse::Ignored},
    {"netrc-file", 0, OptionUse::Ignored},
    {"aws-sigv4", 0, OptionUse::Ignored},
    {"parallel-max", 0, OptionUse::Ignored},
    {"quote", 'Q', OptionUse::Ignored},
    {"request-target", 0, OptionUse::Ignored},
};

const CurlOption *optionNamed(const QByteArray &name)
{
    const CurlOption *abbreviated = nullptr;
    int matches = 0;
    for (const CurlOption &option : curlOptions) {
        if (name == option.name)
            return &option;
        if (name.size() >= 4 && QByteArrayView(option.name).startsWith(name)) {
            abbreviated = &option;
            ++matches;
        }
    }
    return matches == 1 ? abbreviated : nullptr;
}

const CurlOption *optionLettered(char letter)
{
    for (const CurlOption &option : curlOptions) {
        if (option.letter == letter)
            return &option;
    }
    return nullptr;
}

bool takesValue(OptionUse use)
{
    return use != OptionUse::Flag && use != OptionUse::Get && use != OptionUse::Head
        && use != OptionUse::Compressed && use != OptionUse::Next;
}

class CurlReader
{
public:
    tl::expected<CurlRequest, PasteError> read(const ShellWords &shell)
    {
        m_request.notes = shell.notes;
        const qsizetype first = std::find_if(shell.words.begin(), shell.words.end(),
                                             [](const QByteArray &word) { return isProgram(word); })
            - shell.words.begin();
        m_words = shell.words.mid(first + 1);
        while (!m_error && !m_isOver && m_next < m_words.size())
            readWord(m_words[m_next++]);
        if (!m_error)
            finish();
        if (m_error)
            return tl::make_unexpected(*m_error);
        return std::move(m_request);
    }

    static bool isProgram(const QByteArray &word)
    {
        const QByteArray name = word.mid(qMax(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        return name == "curl" || name == "curl.exe";
    }

private:
    void readWord(const QByteArray &word)
    {
        if (m_onlyUrls || !word.startsWith('-') || word == "-") {
            addUrl(word);
        } else if (word == "--") {
            m_onlyUrls = true;
        } else if (word.startsWith("--")) {
            readLong(word.mid(2));
        } else {
            readLetters(word.mid(1));
        }
    }

    void readLong(QByteArray name)
    {
        const QByteArray spelled = "--" + name;
        const CurlOption *option = optionNamed(name);
        if (!option && name.startsWith("no-"))
            option = optionNamed(name.mid(3));
        if (!option) // curl takes no --name=value, but people write it
            option = optionNamed(name.left(qMax<qsizetype>(0, name.indexOf('='))));
        if (!option)
            return unknown(spelled);
        if (!takesValue(option->use))
            return use(*option, spelled, {});
        if (name.contains('=') && name != option->name)
            return use(*option, spelled, name.mid(name.indexOf('=') + 1));
        readValue(*option, spelled);
    }

    void readLetters(const QByteArray &letters)
    {
        for (qsizetype i = 0; i < letters.size() && !m_error && !m_isOver; ++i) {
            const QByteArray spelled = QByteArray("-") + letters[i];
            const CurlOption *option = optionLettered(letters[i]);
            if (!option)
                return unknown(spelled);
            if (!takesValue(option->use)) {
                use(*option, spelled, {});
            } else if (i + 1 < letters.size()) {
                return use(*option, spelled, letters.mid(i + 1));
            } else {
                return readValue(*option, spelled);
            }
        }
    }

    void readValue(const CurlOption &option, const QByteArray &spelled)
    {
        if (m_next >= m_words.size())
            return fail(PasteError::Kind::OptionNeedsValue, QString::fromUtf8(spelled));
        use(option, spelled, m_words[m_next++]);
    }

    void use(const CurlOption &option, const QByteArray &spelled, const QByteArray &value)
    {
        switch (option.use) {
        case OptionUse::Flag:
            return;
        case OptionUse::Ignored:
            note(PasteNote::Kind::OptionDropped, QString::fromUtf8(spelled));
            return;
        case OptionUse::Request:
            m_method = value;
            return;
        case OptionUse::Header:
            addHeader(value);
            return;
        case OptionUse::Data:
        case OptionUse::DataBinary:
            if (value.startsWith('@'))
                return fail(PasteError::Kind::FileContent, QString::fromUtf8(value.mid(1)));
            [[fallthrough]];
        case OptionUse::DataRaw:
            addData(value);
            return;
        case OptionUse::DataUrlEncode:
            addEncoded(value, m_data, m_hasData);
            return;
        case OptionUse::Json:
            if (value.startsWith('@'))
                return fail(PasteError::Kind::FileContent, QString::fromUtf8(value.mid(1)));
            m_data += value; // several are joined without "&"
            m_hasData = true;
            m_isJson = true;
            return;
        case OptionUse::Get:
            m_isGet = true;
            return;
        case OptionUse::Head:
            m_isHead = true;
            return;
        case OptionUse::Cookie:
            if (!value.contains('='))
                return fail(PasteError::Kind::FileContent, QString::fromUtf8(value));
            addCookies(QString::fromUtf8(value));
            return;
        case OptionUse::User:
            m_authorization = QStringLiteral("Basic ") + QString::fromLatin1(value.toBase64());
            return;
        case OptionUse::Bearer:
            m_authorization = QStringLiteral("Bearer ") + QString::fromUtf8(value);
            return;
        case OptionUse::Url:
            addUrl(value);
            return;
        case OptionUse::UrlQuery:
            addEncoded(value, m_urlQuery, m_hasUrlQuery);
            return;
        case OptionUse::UserAgent:
            m_request.userAgent = QString::fromUtf8(value);
            return;
        case OptionUse::Referer:
            addHeader("Referer: " + value);
            return;
        case OptionUse::Compressed:
            m_isCompressed = true;
            return;
        case OptionUse::Form:
            return fail(PasteError::Kind::FormUpload, QString::fromUtf8(spelled));
        case OptionUse::File:
            return fail(PasteError::Kind::FileContent, QString::fromUtf8(value));
        case OptionUse::Next:
            note(PasteNote::Kind::AfterCommand, QString::fromUtf8(spelled));
            m_isOver = true;
            return;
        }
    }

    void addUrl(const QByteArray &url)
    {
        if (!m_url.isEmpty())
            return fail(PasteError::Kind::SeveralUrls, QString::fromUtf8(url));
        m_url = url;
    }

    /// "Name: value"; "Name:" takes a header of curl's own away, "Name;" sends an empty one.
    void addHeader(const QByteArray &line)
    {
        if (line.startsWith('@'))
            return fail(PasteError::Kind::FileContent, QString::fromUtf8(line.mid(1)));
        const QString text = QString::fromUtf8(line);
        const qsizetype colon = text.indexOf(u':', 1); // ":authority" of HTTP/2 begins with one
        const QString name = (colon < 0 ? text.section(u';', 0, 0) : text.left(colon)).trimmed();
        const QString value = colon < 0 ? QString() : text.mid(colon + 1).trimmed();
        const bool isEmpty = colon < 0 && text.contains(u';');
        m_namedHeaders.append(name.toLower());
        if ((value.isEmpty() && !isEmpty) || name.startsWith(u':'))
            return;
        if (name.compare(QLatin1String("cookie"), Qt::CaseInsensitive) == 0)
            addCookies(value);
        else if (name.compare(QLatin1String("user-agent"), Qt::CaseInsensitive) == 0)
            m_request.userAgent = value;
        else if (name.compare(QLatin1String("host"), Qt::CaseInsensitive) == 0)
            m_host = value;
        else if (name.compare(QLatin1String("content-length"), Qt::CaseInsensitive) != 0)
            m_request.headers.append({name, value});
    }

    void addCookies(const QString &text)
    {
        for (const QString &cookie : text.split(u';', Qt::SkipEmptyParts)) {
            if (!cookie.trimmed().isEmpty())
                m_request.cookies.append(cookie.trimmed());
        }
    }

    void addData(const QByteArray &value)
    {
        if (m_hasData)
            m_data += '&';
        m_data += value;
        m_hasData = true;
    }

    /// content, =content, name=content, @file, name@file
    void addEncoded(const QByteArray &value, QByteArray &to, bool &hasAny)
    {
        const qsizetype equals = value.indexOf('=');
        const qsizetype file = value.indexOf('@');
        if (equals < 0 && file >= 0)
            return fail(PasteError::Kind::FileContent, QString::fromUtf8(value.mid(file + 1)));
        if (hasAny)
            to += '&';
        hasAny = true;
        const QByteArray name = value.left(qMax<qsizetype>(0, equals));
        if (!name.isEmpty())
            to += name + '=';
        to += value.mid(equals + 1).toPercentEncoding();
    }

    void finish()
    {
        if (m_url.isEmpty())
            return fail(PasteError::Kind::NoUrl, {});
        readUrl();
        if (m_error)
            return;
        addQuery(m_urlQuery);
        if (m_isGet)
            addQuery(m_data);
        else
            m_request.body = m_data;
        const bool hasBody = m_hasData && !m_isGet;
        m_request.method = !m_method.isEmpty() ? m_method
            : m_isHead                         ? QByteArray("HEAD")
            : hasBody                          ? QByteArray("POST")
                                               : QByteArray("GET");
        addOwn(QStringLiteral("Accept"),
               m_isJson ? QStringLiteral("application/json") : QStringLiteral("*/*"));
        if (hasBody)
            addOwn(QStringLiteral("Content-Type"),
                   m_isJson ? QStringLiteral("application/json")
                            : QStringLiteral("application/x-www-form-urlencoded"));
        if (m_isCompressed)
            addOwn(QStringLiteral("Accept-Encoding"), QStringLiteral("deflate, gzip"));
        if (!m_authorization.isEmpty())
            addOwn(QStringLiteral("Authorization"), m_authorization);
        if (!m_host.isEmpty())
            m_request.host = m_host;
    }

    void addOwn(const QString &name, const QString &value)
    {
        if (!m_namedHeaders.contains(name.toLower()))
            m_request.headers.append({name, value});
    }

    void addQuery(const QByteArray &query)
    {
        if (query.isEmpty())
            return;
        if (!m_request.query.isEmpty())
            m_request.query += u'&';
        m_request.query += QString::fromUtf8(query);
    }

    void readUrl()
    {
        static const QRegularExpression form(
            QStringLiteral("\\A(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(?:([^/?#@]*)@)?([^/"
                           "?#]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?\\z"));
        const QString url = QString::fromUtf8(m_url);
        const auto match = form.match(url);
        const QString scheme = match.captured(1).toLower();
        if (!match.hasMatch()
            || (!scheme.isEmpty() && scheme != QLatin1String("http")
                && scheme != QLatin1String("https")))
            return fail(PasteError::Kind::UnsupportedUrl, url);
        if (!match.captured(2).isEmpty() && m_authorization.isEmpty())
            m_authorization
                = QStringLiteral("Basic ")
                + QString::fromLatin1(
                      QByteArray::fromPercentEncoding(match.captured(2).toUtf8()).toBase64());
        m_request.host = match.captured(3);
        m_request.path = match.captured(4).isEmpty() ? QStringLiteral("/") : match.captured(4);
        m_request.query = match.captured(5);
        if (!match.captured(6).isEmpty())
            note(PasteNote::Kind::FragmentDropped, match.captured(6));
    }

    void unknown(const QByteArray &spelled)
    {
        QStringList names;
        for (const CurlOption &option : curlOptions)
            names.append(QStringLiteral("--") + QLatin1String(option.name));
        const QString nearest
            = spelled.startsWith("--") ? nearestName(QString::fromUtf8(spelled), names) : QString();
        fail(PasteError::Kind::UnknownOption,
             nearest.isEmpty()
                 ? QString::fromUtf8(spelled)
                 : QStringLiteral("%1 (nearest: %2)").arg(QString::fromUtf8(spelled), nearest));
    }

    void note(PasteNote::Kind kind, const QString &detail)
    {
        m_request.notes.push_back({kind, detail});
    }

    void fail(PasteError::Kind kind, const QString &detail)
    {
        if (!m_error)
            m_error = PasteError{kind, detail};
    }

    CurlRequest m_request;
    QList<QByteArray> m_words;
    qsizetype m_next = 0;
    bool m_onlyUrls = false;
    bool m_isOver = false;
    QByteArray m_url;
    QByteArray m_method;
    QByteArray m_data;
    QByteArray m_urlQuery;
    bool m_hasData = false;
    bool m_hasUrlQuery = false;
    bool m_isJson = false;
    bool m_isGet = false;
    bool m_isHead = false;
    bool m_isCompressed = false;
    QString m_authorization;
    QString m_host;
    QStringList m_namedHeaders;
    std::optional<PasteError> m_error;
};

} // namespace

tl::expected<CurlRequest, PasteError> curlRequest(QByteArrayView command)
{
    const auto words = shellWords(command);
    if (!words)
        return tl::make_unexpected(words.error());
    return CurlReader().read(*words);
}

tl::expected<OrderedJson, PasteError> invokePayload(const QList<QByteArray> &words)
{
    const QByteArray option = "--payload";
    for (qsizetype i = 0; i < words.size(); ++i) {
        QByteArray payload;
        if (words[i] == option && i + 1 < words.size())
            payload = words[i + 1];
        else if (words[i].startsWith(option + '='))
            payload = words[i].mid(option.size() + 1);
        else
            continue;
        if (payload.startsWith("file://") || payload.startsWith("fileb://"))
            return tl::make_unexpected(
                PasteError{PasteError::Kind::FileContent, QString::fromUtf8(payload)});
        auto event = parseJson(payload);
        if (!event) // the AWS CLI takes Base64 unless it is told otherwise
            event = parseJson(QByteArray::fromBase64(payload));
        if (event)
            return std::move(*event);
        return tl::make_unexpected(
            PasteError{PasteError::Kind::InvalidJson, QStringLiteral("JSON")});
    }
    return tl::make_unexpected(PasteError{PasteError::Kind::NoPayload, {}});
}

} // namespace coldframe::eventpaste
