// SPDX-License-Identifier: GPL-3.0-or-later
#include "composer/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QPromise>
#include <QStringDecoder>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace pennyworth {

namespace {

/// Where the text of this file is translated.
struct FileText {
    Q_DECLARE_TR_FUNCTIONS(pennyworth::FileText)
};

/// Control characters that no text has: pictures, archives and programs are full of them.
bool isBinary(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        return c < u' ' && c != u'\t' && c != u'\n' && c != u'\r' && c != u'\f' && c != QChar(0x1B);
    });
}

TextFile read(const QString &path)
{
    const QFileInfo info(path);
    TextFile result{.attachment = {.name = withoutSeparators(info.fileName()), .text = {}},
        .bytes = info.size()};
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        result.problem = FileProblem::Unreadable;
        return result;
    }
    if (info.size() > kLargestFile) {
        result.problem = FileProblem::TooLarge;
        return result;
    }
    const QByteArray bytes = file.read(kLargestFile + 1); // it may have grown meanwhile
    const std::optional<QString> text = textOf(bytes);
    if (bytes.size() > kLargestFile)
        result.problem = FileProblem::TooLarge;
    else if (!text)
        result.problem = FileProblem::NotText;
    else
        result.attachment.text = withoutSeparators(*text);
    return result;
}

} // namespace

QStringList localFiles(const QMimeData &source)
{
    QStringList paths;
    const QList<QUrl> urls = source.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

QFuture<TextFile> readTextFile(const QString &path)
{
    const auto promise = std::make_shared<QPromise<TextFile>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(read(path));
        promise->finish();
    });
    return promise->future();
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        if (marked)
            return {};
        text = QString::fromLatin1(bytes);
    }
    if (isBinary(text))
        return {};
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    return text;
}

QString problemText(const TextFile &file)
{
    switch (file.problem) {
    case FileProblem::None:
        return {};
    case FileProblem::Unreadable:
        //: %1 is the name of a file
        return FileText::tr("“%1” cannot be read.").arg(file.attachment.name);
    case FileProblem::TooLarge:
        //: %1 is the name of a file, %2 its size, %3 the largest size that is taken
        return FileText::tr("“%1” has %2. Files of up to %3 can go with a prompt.")
            .arg(file.attachment.name,
                QLocale().formattedDataSize(file.bytes, 1, QLocale::DataSizeSIFormat),
                QLocale().formattedDataSize(kLargestFile, 0, QLocale::DataSizeSIFormat));
    case FileProblem::NotText:
        //: %1 is the name of a file
        return FileText::tr("“%1” is not text. Only text files can go with a prompt.")
            .arg(file.attachment.name);
    }
    Q_UNREACHABLE();
}

} // namespace pennyworth
