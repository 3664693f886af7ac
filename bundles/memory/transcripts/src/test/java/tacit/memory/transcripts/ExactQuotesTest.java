package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.transcripts.Folder.NOW;
import static tacit.memory.transcripts.Folder.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CuratedMemory;
import tacit.api.recall.TranscriptHit;
import tacit.memory.workspace.FolderFiles;

class ExactQuotesTest {

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(temporary);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void qr01OrdersTheSameSentenceByItsSource() throws IOException {
        String sentence = "We ship the copper release on Friday";
        folder.document("memory", "memory:1", sentence, NOW, Map.of("kind", "decision"));
        folder.document("message", "message:t1/1", sentence, NOW, Map.of("trace", "t1", "role", "user"));
        folder.span("t1", NOW.toEpochMilli(), "user_message", sentence, "e1");

        assertThat(folder.quotes.search(query(sentence, null, 10)))
                .allSatisfy(hit -> assertThat(hit.excerpt()).contains(sentence))
                .extracting(TranscriptHit::source)
                .containsExactly("transcript_span", "task_message", "memory");
    }

    @Test
    void qr02ReadsTheLinesOfANote() throws IOException {
        readsTheLines(".cowork/USER.md");
    }

    @Test
    void qr03ReadsTheLinesOfANoteBelowTheCoworkFolder() throws IOException {
        readsTheLines("USER.md");
    }

    private void readsTheLines(String path) throws IOException {
        Files.writeString(
                folder.path(".cowork/USER.md"),
                "# User\n\n- Likes the copper ferry\n- Lives by the bay\n- Rows\n- Other\n");
        folder.document(
                "workspace_note",
                "note:1",
                "copper ferry",
                NOW,
                Map.of("path", path, "start_line", "3", "end_line", "5"));

        assertThat(folder.quotes.search(query("copper ferry", null, 10, "workspace_markdown")))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.excerpt()).isEqualTo("- Likes the copper ferry - Lives by the bay - Rows");
                    assertThat(hit.attributes())
                            .containsEntry("path", path)
                            .containsEntry("start_line", "3")
                            .containsEntry("end_line", "5");
                });
    }

    @Test
    void qr04PutsTheExactWordsFirst() throws IOException {
        folder.span("t1", NOW.toEpochMilli(), "user_message", "A ferry came", "e1");
        folder.document(
                "memory", "memory:1", "The old copper bay ferry sank", NOW.minus(Duration.ofDays(400)), Map.of());

        assertThat(folder.quotes.search(query("old copper bay ferry", null, 10)))
                .extracting(TranscriptHit::source)
                .containsExactly("memory", "transcript_span");
    }

    @Test
    void saysWhyAQuoteStandsWhereItStands() throws IOException {
        folder.span("t1", NOW.toEpochMilli(), "user_message", "copper bay", "e1");

        assertThat(folder.quotes.search(query("copper bay", null, 1)).get(0).reason())
                .contains("all of the words", "source 4.5", "recency 1.00");
    }

    @Test
    void quotesNoSecretAndNothingThatTheHostWroteIntoANote() throws IOException {
        Files.writeString(
                folder.path(".cowork/USER.md"),
                "The copper ferry\n" + CuratedMemory.BLOCK_BEGIN + "\n- a memory\n" + CuratedMemory.BLOCK_END
                        + "\nAPI_KEY=swordfish123\n");
        folder.document(
                "workspace_note",
                "note:1",
                "The copper ferry",
                NOW,
                Map.of("path", ".cowork/USER.md", "start_line", "1", "end_line", "5"));

        assertThat(folder.quotes.search(query("copper ferry", null, 10, "workspace_markdown")))
                .extracting(TranscriptHit::excerpt)
                .containsExactly("The copper ferry API_KEY=[REDACTED]");
    }

    @Test
    void readsANoteOnceHoweverManyOfItsPiecesWereFound() throws IOException {
        Files.writeString(folder.path(".cowork/USER.md"), "copper one\ncopper two\ncopper three\n");
        for (String line : List.of("1", "2", "3")) {
            folder.document(
                    "workspace_note",
                    "note:" + line,
                    "copper",
                    NOW,
                    Map.of("path", ".cowork/USER.md", "start_line", line, "end_line", line));
        }
        AtomicInteger looks = new AtomicInteger();
        FolderFiles counted = new FolderFiles(
                workspace -> {
                    looks.incrementAndGet();
                    return folder.files.folder(workspace);
                },
                FolderFiles.LARGEST);

        assertThat(new ExactQuotes(folder.index, counted).search(query("copper", null, 10, "workspace_markdown")))
                .extracting(TranscriptHit::excerpt)
                .containsExactlyInAnyOrder("copper one", "copper two", "copper three");
        assertThat(looks).hasValue(1);
    }

    @Test
    void keepsWhatWasIndexedWhereTheFileIsGone() {
        folder.document("workspace_note", "note:1", "copper ferry", NOW, Map.of("path", "gone.md", "start_line", "1"));

        assertThat(folder.quotes.search(query("copper ferry", null, 10)))
                .extracting(TranscriptHit::excerpt)
                .containsExactly("copper ferry");
    }
}
