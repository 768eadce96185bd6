// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/anonymise_dialog.h"
#include "window/report_folder.h"
#include "window_driver.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

using namespace sweepscope;
using namespace sweepscope::tests;

/// What the user writes is kept with the session, shown when it is opened and in reports, never
/// lost without a question; and a copy for others names nobody.
class TestNotes : public QObject {
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_window.reset(); }

    void writtenNotesComeBack();
    void aSourceHasItsOwnNote();
    void sameCapturesKeepTheirNotes();
    void otherCapturesBringTheirOwn();
    void leavingAsksFirst();
    void savingFirstThenLeaves();
    void reportsShowThem();
    void anonymisedCopiesNameNobody();
    void newKeysAreTheirOwnersAlone();
    void keysAreAskedFor();

private:
    [[nodiscard]] NotesActions& notes() { return m_window->session().notes(); }

    [[nodiscard]] SourceId firstSource() const;
    [[nodiscard]] Address addressOf(SourceId source) const;
    void type(QPlainTextEdit& field, const QString& text);
    QString saved(const QString& name);

    static void answerNext(QMessageBox::StandardButton button);
    static NotesDialog* dialogOf(MainWindow& window);

    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestNotes::init() {
    setUpWindowTests();
    m_window = windowForSample();
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
}

SourceId TestNotes::firstSource() const {
    for (const std::vector<Scan>& segment : m_window->snapshot()->scans) {
        if (!segment.empty())
            return segment.front().source;
    }
    return {};
}

Address TestNotes::addressOf(SourceId source) const {
    return m_window->snapshot()->view().addressOf(source);
}

/// As a person does: the field has what was typed, letter by letter.
void TestNotes::type(QPlainTextEdit& field, const QString& text) {
    QVERIFY(field.isEnabled());
    field.clear();
    QTest::keyClicks(&field, text);
}

QString TestNotes::saved(const QString& name) {
    QSignalSpy done(&m_window->session(), &SessionActions::saved);
    m_window->session().saveTo(m_folder.filePath(name));
    return done.wait(30'000) ? m_folder.filePath(name) : QString();
}

/// Presses the button of the question that comes next.
void TestNotes::answerNext(QMessageBox::StandardButton button) {
    QTimer::singleShot(0, qApp, [button] {
        auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box != nullptr)
            box->button(button)->click();
        else
            answerNext(button);
    });
}

NotesDialog* TestNotes::dialogOf(MainWindow& window) {
    return window.findChild<NotesDialog*>();
}

void TestNotes::writtenNotesComeBack() {
    notes().show();
    QVERIFY(dialogOf(*m_window)->isVisible());
    type(*dialogOf(*m_window)->findChild<NoteField*>(), QStringLiteral("A quiet day, but port 23"));
    QVERIFY(notes().book().isUnsaved());
    const QString session = saved(QStringLiteral("a.sweepscope"));
    QVERIFY(!notes().book().isUnsaved());
    StartOptions options;
    options.captures = {session};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    QVERIFY(dialogOf(again) != nullptr && dialogOf(again)->isVisible());
    QCOMPARE(dialogOf(again)->findChild<NoteField*>()->toPlainText(),
        QStringLiteral("A quiet day, but port 23"));
    QVERIFY(!again.session().notes().book().isUnsaved());
}

void TestNotes::aSourceHasItsOwnNote() {
    const SourceId source = firstSource();
    m_window->showSource(source);
    type(m_window->scanner().note(), QStringLiteral("our own scanner"));
    QCOMPARE(notes().book().noteOf(addressOf(source)), QStringLiteral("our own scanner"));
    StartOptions options;
    options.captures = {saved(QStringLiteral("b.sweepscope"))};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    auto* const list = dialogOf(again)->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 1);
    emit list->itemActivated(list->topLevelItem(0), 0);
    QVERIFY(again.scanner().isVisible());
    QCOMPARE(again.scanner().note().toPlainText(), QStringLiteral("our own scanner"));
    again.scanner().note().clear();
    QCOMPARE(list->topLevelItemCount(), 0);
    again.session().notes().book().setSaved({}); // nobody is to be asked at the end
}

void TestNotes::sameCapturesKeepTheirNotes() {
    notes().book().setText(QStringLiteral("stays"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->reload(); }));
    QCOMPARE(notes().book().text(), QStringLiteral("stays"));
}

void TestNotes::otherCapturesBringTheirOwn() {
    notes().book().setText(QStringLiteral("in the file"));
    const QString session = saved(QStringLiteral("c.sweepscope"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({session}); }));
    QCOMPARE(notes().book().text(), QStringLiteral("in the file"));
    QVERIFY(showsAnswerAfter(*m_window, [&] { m_window->openCaptures({sampleCapture()}); }));
    QVERIFY(notes().book().notes().isEmpty());
}

void TestNotes::leavingAsksFirst() {
    notes().book().setText(QStringLiteral("not saved"));
    answerNext(QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    answerNext(QMessageBox::Cancel);
    m_window->closeCaptures();
    QVERIFY(m_window->snapshot() != nullptr);
    QCOMPARE(notes().book().text(), QStringLiteral("not saved"));
    answerNext(QMessageBox::Discard);
    QVERIFY(m_window->close());
}

void TestNotes::savingFirstThenLeaves() {
    const QString session = saved(QStringLiteral("d.sweepscope"));
    notes().book().setText(QStringLiteral("at the last moment"));
    answerNext(QMessageBox::Save);
    QVERIFY(!m_window->close());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 30'000);
    const Result<SavedIndex> kept = loadIndex({session.toStdString()}, 1);
    QVERIFY(kept.ok());
    QCOMPARE(kept.value().session->notes.text, std::string("at the last moment"));
}

void TestNotes::reportsShowThem() {
    Provenance provenance =
        provenanceOf(*m_window->snapshot(), *m_window->worker().databases(), {});
    provenance.notes.text = "two\nlines <b>";
    provenance.notes.setOf(parseAddress("198.51.100.7").value(), "the <i>neighbour</i>");
    const QString folder = m_folder.filePath(QStringLiteral("report"));
    QVERIFY(ReportWork({m_window->snapshot(), provenance}, folder, ReportWork::Kind::folder)
                .runAll()
                .ok());
    const auto content = [&](const char* name) {
        QFile file(folder + QLatin1Char('/') + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray html = content("report.html");
    QVERIFY(html.contains("<p>two\nlines &lt;b&gt;</p>"));
    QVERIFY(html.contains("<b>198.51.100.7</b> the &lt;i&gt;neighbour&lt;/i&gt;"));
    const QJsonObject json = QJsonDocument::fromJson(content("report.json")).object();
    const QJsonObject inJson = json[QStringLiteral("notes")].toObject();
    QCOMPARE(inJson[QStringLiteral("text")].toString(), QStringLiteral("two\nlines <b>"));
    QCOMPARE(inJson[QStringLiteral("sources")].toArray().size(), 1);
}

void TestNotes::anonymisedCopiesNameNobody() {
    const Address source = addressOf(firstSource());
    notes().book().setNoteOf(source, QStringLiteral("a secret"));
    const QString key = m_folder.filePath(QStringLiteral("key"));
    QCOMPARE(makeKeyFile(key), QString());
    QSignalSpy done(&m_window->session(), &SessionActions::savedAnonymised);
    const QString path = m_folder.filePath(QStringLiteral("shared.sweepscope"));
    m_window->session().saveAnonymisedTo(path, key);
    QVERIFY(done.wait(60'000));
    QVERIFY(notes().book().isUnsaved()); // a copy without them keeps nothing
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("telescope-day")));
    const Result<SavedIndex> copy = loadIndex({path.toStdString()}, 1);
    QVERIFY(copy.ok());
    QVERIFY(copy.value().facts.isAnonymised);
    QVERIFY(copy.value().session->notes.isEmpty());
    QVERIFY(!findSource(*copy.value().captures.index, source));
    QCOMPARE(copy.value().captures.index->probeSources,
        m_window->snapshot()->material.index->probeSources);
    notes().book().setSaved(notes().book().notes());
    StartOptions options;
    options.captures = {path};
    MainWindow again(options);
    again.show();
    QVERIFY(showsAnswerAfter(again, [] {}));
    QVERIFY(again.snapshot()->totals == m_window->snapshot()->totals);
    QVERIFY(again.snapshot()->countries == m_window->snapshot()->countries);
}

void TestNotes::newKeysAreTheirOwnersAlone() {
    const QString path = m_folder.filePath(QStringLiteral("new.key"));
    QCOMPARE(makeKeyFile(path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray key = file.readAll();
    QCOMPARE(key.size(), 65);
    QVERIFY((file.permissions() &
                (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)) == 0);
    QVERIFY(!makeKeyFile(path).isEmpty()); // a key is never written over
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), key);
}

void TestNotes::keysAreAskedFor() {
    AnonymiseDialog dialog;
    auto* const save = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    auto* const field = dialog.findChild<QLineEdit*>();
    QVERIFY(!save->isEnabled());
    field->setText(m_folder.filePath(QStringLiteral("missing.key")));
    QVERIFY(save->isEnabled());
    dialog.accept();
    QCOMPARE(dialog.result(), int{QDialog::Rejected});
    const QString path = m_folder.filePath(QStringLiteral("good.key"));
    QCOMPARE(makeKeyFile(path), QString());
    field->setText(path);
    dialog.accept();
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
