// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/picturenetwork.h"
#include "support/rawserver.h"
#include "support/sampleconversation.h"
#include "support/testregistry.h"
#include "transcript/picturelayout.h"
#include "transcript/picturemenu.h"
#include "transcript/remotepictures.h"
#include "transcriptstage.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QImage>

using namespace pennyworth;
using namespace Qt::StringLiterals;

namespace {

using Kind = TranscriptControl::Kind;

QByteArray encoded(const QSize &size, const char *format = "png")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray ok(const QByteArray &bytes)
{
    return test::answer("200 OK", bytes, "Content-Type: image/png\r\n");
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_answer = ok(encoded({300, 200}));
        m_server = std::make_unique<test::RawServer>(
            [this](test::RawPeer &peer, const test::RawRequest &) { peer.write(m_answer); });
        m_network = std::make_unique<PictureNetwork>();
        m_pictures = std::make_unique<RemotePictures>(
            [this](const QUrl &url) { return m_network->fetch(url); });
        m_stage = std::make_unique<test::TranscriptStage>();
        m_stage->view().setPictures(m_pictures.get());
    }

    void cleanup() { m_stage.reset(); }

    void loadsNothingByItself()
    {
        show(u"![a](%1) and [![b](%1)](%1)\n\n| ![c](%1) |\n|---|\n\n# ![d](%1)"_s);
        m_stage->view().grab();
        m_stage->view().resize(500, 400);
        m_stage->view().selectAll();
        m_stage->view().copy();
        m_stage->view().grab();
        m_stage->model().setRows({});
        QCOMPARE(m_server->connectionCount(), 0);
    }

    void loadsTheOneThatIsPressed()
    {
        show(u"Look:\n\n![a chart](%1/a.png)\n\n![another](%1/b.png)"_s);
        QCOMPARE(picture(1).state, RemotePicture::State::NotLoaded);
        m_stage->press(0, Kind::LoadPicture);
        QCOMPARE(picture(1).state, RemotePicture::State::Loading);
        QTRY_COMPARE(picture(1).state, RemotePicture::State::Shown);
        QCOMPARE(m_server->requests().size(), 1);
        QVERIFY(m_server->requests().constFirst().head.startsWith("GET /a.png "));
        QCOMPARE(picture(2).state, RemotePicture::State::NotLoaded);
        QCOMPARE(layout(1).caretRect(0).height(), 200.0);
        QCOMPARE(layout(1).caretRect(1).left(), 300.0);
        QCOMPARE(m_stage->view().grab().toImage().pixelColor(placeOf(1)), QColor(Qt::red));
    }

    void isAsWideAsTheTextAtMost()
    {
        m_answer = ok(encoded({4000, 1000}));
        show(u"![wide](%1)"_s);
        load(0);
        const QSizeF shown(layout(0).caretRect(1).left(), layout(0).caretRect(0).height());
        QVERIFY(shown.width() <= 760);
        QVERIFY(std::abs(shown.width() / shown.height() - 4) < 0.1);
    }

    void isLoadedByTheKeyboard()
    {
        show(u"![a](%1)"_s);
        m_stage->view().setFocus();
        while (!m_stage->view().focusedControl()
            || m_stage->view().focusedControl()->kind != Kind::LoadPicture)
            QTest::keyClick(&m_stage->view(), Qt::Key_Tab);
        QTest::keyClick(&m_stage->view(), Qt::Key_Return);
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
    }

    void isLoadedFromItsMenu()
    {
        show(u"![a](%1)"_s);
        const QPointer<QMenu> opened = menu();
        opened->findChild<QAction *>(u"loadPicture"_s)->trigger();
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
        delete opened;
        const QPointer<QMenu> after = menu();
        QVERIFY(!after->findChild<QAction *>(u"loadPicture"_s));
        after->findChild<QAction *>(u"copyPicture"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(300, 200));
        after->findChild<QAction *>(u"copyPictureAddress"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_server->url().toString());
    }

    void isLoadedByAssistiveTechnology()
    {
        show(u"![a](%1)"_s);
        QAccessibleInterface *message =
            QAccessible::queryAccessibleInterface(&m_stage->view())->child(0);
        QVERIFY(message->text(QAccessible::Name).endsWith(u": a"_s));
        message->actionInterface()->doAction(u"Load image"_s);
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
    }

    void isRememberedAndFetchedOnce()
    {
        show(u"![a](%1) ![a again](%1)"_s);
        load(0);
        QCOMPARE(picture(1).state, RemotePicture::State::Shown);
        m_stage->model().setRows({});
        show(u"![a](%1)"_s);
        QCOMPARE(picture(0).state, RemotePicture::State::Shown);
        QCOMPARE(m_server->requests().size(), 1);
    }

    void keepsWhatIsReadInItsPlace()
    {
        m_answer = ok(encoded({300, 700}));
        show(u"![a](%1)\n\n"_s + u"words\n\n"_s.repeated(40) + u"here"_s);
        m_stage->view().jumpToLatest();
        const int before = m_stage->placeOf(0, u"here"_s).y();
        m_pictures->load(m_server->url().toString());
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
        QCOMPARE(m_stage->placeOf(0, u"here"_s).y(), before);
    }

    void saysWhatWentWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("said");
        QTest::newRow("not there")
            << test::answer("404 Not Found", "no") << u"The server refuses to give it (404)."_s;
        QTest::newRow("a page") << ok("<html>no picture</html>")
                                << u"This is no image of a kind that is shown here."_s;
        QTest::newRow("drawn by commands")
            << ok("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
            << u"This is no image of a kind that is shown here."_s;
        QTest::newRow("broken") << ok(encoded({300, 200}).left(60))
                                << u"This is no image of a kind that is shown here."_s;
        QTest::newRow("vast") << ok(vastPng()) << u"The image is too large to be shown here."_s;
    }

    void saysWhatWentWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, said);
        m_answer = answer;
        show(u"![a](%1)"_s);
        const qreal height = layout(0).caretRect(0).height();
        m_stage->press(0, Kind::LoadPicture);
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Failed);
        QCOMPARE(picture(0).problem, said);
        QVERIFY(layout(0).caretRect(0).height() > height); // it has a line for that
        QCOMPARE(layout(0).buttonLabel(), u"Try again"_s);
        m_answer = ok(encoded({30, 20}));
        m_stage->press(0, Kind::LoadPicture);
        QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
    }

    void saysWhatIsNotLoaded_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("beside the message") << u"images/a.png"_s;
        QTest::newRow("in somebody's name") << u"https://me:secret@a.example/a.png"_s;
        QTest::newRow("text in itself") << u"data:text/html;base64,AAAA"_s;
        QTest::newRow("drawn by commands, in itself") << u"data:image/svg+xml;base64,PHN2Zy8+"_s;
    }

    void saysWhatIsNotLoaded()
    {
        QFETCH(QString, address);
        m_stage->model().setRows({test::answer(1, u"![a](<%1>)"_s.arg(address))});
        QTRY_COMPARE(picture(0).state, RemotePicture::State::NotLoadable);
        QVERIFY(!picture(0).problem.isEmpty());
        QVERIFY(!m_stage->hasControl(0, Kind::LoadPicture));
    }

    void showsWhatTheMessageHolds()
    {
        for (const char *format : {"png", "jpeg"}) {
            const QByteArray data = encoded({30, 20}, format).toBase64();
            m_stage->model().setRows({test::answer(1,
                u"![](data:image/%1;base64,%2)"_s.arg(
                    QLatin1StringView(format), QString::fromLatin1(data)))});
            QTRY_COMPARE(picture(0).state, RemotePicture::State::Shown);
            QCOMPARE(layout(0).text(), u"data:image/"_s + QLatin1StringView(format));
        }
        QCOMPARE(m_server->connectionCount(), 0);
    }

    void showsTheFirstFrameOfAnimations()
    {
        m_answer = ok(QByteArray::fromBase64("R0lGODlhAgACAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyL"
                                             "jADAQAAACwAAAAAAgACAAACAoRRACH5BAAK"
                                             "AAAALAAAAAACAAIAgAAA/wAAAAIChFEAOw=="));
        show(u"![a](%1)"_s);
        load(0);
        QCOMPARE(picture(0).size, QSize(2, 2));
        QCOMPARE(picture(0).image.pixelColor(0, 0), QColor(Qt::red));
    }

    void keepsItsLink()
    {
        show(u"[![a](%1)](https://elsewhere.example/)"_s);
        QVERIFY(layout(0).isLinked());
        load(0);
        const QSignalSpy opened(&m_stage->view(), &TranscriptView::linkActivated);
        QTest::mouseClick(m_stage->view().viewport(), Qt::LeftButton, {}, placeOf(0));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toUrl(), QUrl(u"https://elsewhere.example/"_s));
    }

    void opensItsLinkFromTheMenu()
    {
        show(u"[![a](%1)](https://elsewhere.example/)"_s);
        const QSignalSpy opened(&m_stage->view(), &TranscriptView::linkActivated);
        const QPointer<QMenu> of = menu();
        of->findChild<QAction *>(u"openPictureLink"_s)->trigger();
        of->findChild<QAction *>(u"openPicture"_s)->trigger();
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened.last().first().toUrl(), m_server->url());
        QCOMPARE(m_server->connectionCount(), 0);
    }

    void isSelectedAndCopiedAsItsSource()
    {
        show(u"before ![a chart](%1) after"_s);
        m_stage->view().selectAll();
        const SelectedText selected = m_stage->view().selection();
        QCOMPARE(selected.plain, u"before a chart after"_s);
        QCOMPARE(m_stage->view().blocks(0).at(2).layout->text(), u"after"_s);
        QCOMPARE(selected.markdown, u"before ![a chart](%1) after"_s.arg(address()));
    }

    void saysWhatIsDisguised()
    {
        m_stage->model().setRows({test::answer(1, u"![a](https://xn--80ak6aa92e.example/a.png)"_s),
            test::answer(2, u"![a](https://apple.example/a.png)"_s)});
        const auto height = [this](int row) {
            return m_stage->view().blocks(row).front().layout->caretRect(0).height();
        };
        QVERIFY(height(0) > height(1));
    }

private:
    [[nodiscard]] QString address() const { return m_server->url().toString(); }

    void show(const QString &markdown)
    {
        m_stage->model().setRows({test::answer(1, QString(markdown).replace(u"%1"_s, address()))});
        m_stage->view().grab();
    }

    [[nodiscard]] const PictureLayout &layout(int block)
    {
        const PlacedBlock &placed = m_stage->view().blocks(0).at(size_t(block));
        if (placed.kind != MarkdownKind::Image)
            qFatal("this is no picture");
        return static_cast<const PictureLayout &>(*placed.layout);
    }

    [[nodiscard]] const RemotePicture &picture(int block) { return layout(block).picture(); }

    void load(int block)
    {
        m_pictures->load(picture(block).address);
        QTRY_COMPARE(picture(block).state, RemotePicture::State::Shown);
    }

    // Of the middle of its left part.
    [[nodiscard]] QPoint placeOf(int block)
    {
        const TextPosition start{.message = m_stage->model().row(0).id,
            .section = Section::Answer,
            .block = block,
            .offset = 0};
        return m_stage->view().rectInView(start).center().toPoint() + QPoint(10, 0);
    }

    [[nodiscard]] QMenu *menu()
    {
        const QPoint place = placeOf(0);
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, place, m_stage->view().viewport()->mapToGlobal(place));
        QApplication::sendEvent(m_stage->view().viewport(), &event);
        return m_stage->view().findChild<PictureMenu *>();
    }

    // Says that it is 100,000 pixels wide and high.
    [[nodiscard]] static QByteArray vastPng()
    {
        QByteArray bytes = encoded({300, 200});
        bytes.replace(16, 8, QByteArray::fromHex("000186A0000186A0"));
        bytes.replace(29, 4, QByteArray::fromHex("27309C9F")); // the sum of this header
        return bytes;
    }

    QByteArray m_answer;
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<PictureNetwork> m_network;
    std::unique_ptr<RemotePictures> m_pictures;
    std::unique_ptr<test::TranscriptStage> m_stage;
};

PENNYWORTH_TEST(PicturesTest)

#include "tst_pictures.moc"
