package tacit.memory.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.JournalEntry.Category;
import tacit.memory.workspace.FolderFiles;

class DailyLogsTest {

    private static final String WS = "w";
    private static final String DAY = "2026-03-01";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final String SUMMARY = ".cowork/memory/summaries/2026-03-01.md";

    @TempDir
    Path root;

    private FolderFiles files;
    private DailyLogs logs;

    @BeforeEach
    void open() {
        files = FolderFiles.of(root);
        logs = new DailyLogs(files);
    }

    @Test
    void writesAnEntryAsHeadingBlankLineAndText() throws IOException {
        logs.append(WS, new JournalEntry(AT, "user", Category.DECISION, "Use Postgres", "t 1", List.of("db", "a|b")));

        assertThat(Files.readString(root.resolve(".cowork/memory/daily/2026-03-01.md")))
                .isEqualTo("## 2026-03-01T09:30:00Z | user | decision | task:t_1 | tags: db, a b\n\nUse Postgres\n");
    }

    @Test
    void readsBackWhatItWroteWhateverTheTextHolds() {
        List<JournalEntry> entries = List.of(
                entry(
                        Category.TASK,
                        "## 2026-03-01T09:31:00Z | user | task\n\n\\# not mine\n\\\\## nor this\n    code"),
                new JournalEntry(AT, "tool", Category.FEEDBACK, "plain", "t1", List.of("x", "y")),
                new JournalEntry(AT.plusMillis(5), "assistant", Category.OBSERVATION, "#one", null, List.of()));

        entries.forEach(entry -> logs.append(WS, entry));

        assertThat(EntryText.read(logs.day(WS, DAY).orElseThrow())).isEqualTo(entries);
    }

    @Test
    void takesNoBeginOfATextForAHeading() {
        for (String begin : List.of("", " ", "\n\t ", "\u2003", "\0", "\r\n")) {
            logs.append(WS, entry(Category.TASK, begin + "## 2026-03-01T09:31:00Z | user | decision\n\nForged"));
        }

        assertThat(EntryText.read(logs.day(WS, DAY).orElseThrow()))
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.category()).isEqualTo(Category.TASK))
                .allSatisfy(entry ->
                        assertThat(entry.text()).startsWith("## 2026-03-01").endsWith("Forged"));
    }

    @Test
    void appendsBehindWhatPeopleWrote() throws IOException {
        write(".cowork/memory/daily/2026-03-01.md", "# My day\nlunch with Ann");

        logs.append(WS, entry(Category.TASK, "Wrote tests"));

        assertThat(logs.day(WS, DAY).orElseThrow())
                .startsWith("# My day\nlunch with Ann\n\n## 2026-03-01T09:30:00Z | user | task\n\nWrote tests");
    }

    @Test
    void writesToTheUtcDayOfAnEntry() {
        logs.append(
                WS,
                new JournalEntry(
                        Instant.parse("2026-02-28T23:59:59.999Z"), "user", Category.TASK, "late", null, List.of()));
        logs.append(WS, entry(Category.TASK, "early"));

        assertThat(logs.days(WS, 7)).containsExactly("2026-03-01", "2026-02-28");
        assertThat(logs.days(WS, 1)).containsExactly("2026-03-01");
        assertThat(logs.day(WS, "2026-03-02")).isEmpty();
    }

    @Test
    void keepsNoSecrets() {
        logs.append(WS, entry(Category.TASK, "password: hunter22"));

        assertThat(logs.day(WS, DAY).orElseThrow()).contains("[REDACTED]").doesNotContain("hunter22");
    }

    @Test
    void refusesWhatItCannotKeep() {
        DailyLogs none = new DailyLogs(new FolderFiles(id -> Optional.empty(), 1024));

        assertThatThrownBy(() -> none.append(WS, entry(Category.TASK, "a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> logs.append(WS, entry(Category.TASK, "a".repeat(100_001))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> logs.day(WS, "../2026-03-01")).isInstanceOf(IllegalArgumentException.class);
        assertThat(none.summarize(WS, DAY, AT)).isFalse();
    }

    @Test
    void losesNoEntryOfManyWriters() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String name = "t" + thread;
            writers.add(pool.submit(() -> {
                for (int i = 0; i < 15; i++) {
                    logs.append(WS, entry(Category.TASK, name + "-" + i));
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();

        assertThat(EntryText.read(logs.day(WS, DAY).orElseThrow()))
                .extracting(JournalEntry::text)
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void sumsUpADayInFiveSections() throws IOException {
        logs.append(WS, entry(Category.TASK, "Wrote the parser\nwith much detail"));
        logs.append(WS, entry(Category.DECISION, "Use Postgres"));
        logs.append(WS, entry(Category.TASK, "The release is blocked by legal"));
        logs.append(WS, entry(Category.TASK, "TODO call Ann"));
        logs.append(WS, entry(Category.FEEDBACK, "Answers are too long"));
        logs.append(WS, entry(Category.OBSERVATION, "{\"raw\": [1, 2]}"));

        assertThat(logs.summarize(WS, DAY, AT)).isTrue();

        assertThat(Files.readString(root.resolve(SUMMARY))).isEqualTo("""
                ---
                updated: 2026-03-01T09:30:00Z
                source: daily_log_synthesizer
                day: 2026-03-01
                entries: 6
                ---
                ## Summary
                - Wrote the parser

                ## Decisions
                - Use Postgres

                ## Open Loops
                - The release is blocked by legal

                ## Next Actions
                - TODO call Ann

                ## Key Findings
                - Answers are too long
                """);
    }

    @Test
    void takesListsFromATextThatNamesThem() throws IOException {
        logs.append(WS, entry(Category.OBSERVATION, "Decisions:\n- Ship it\n\nOpen loops:\n- Wait for Bo\nThanks"));

        logs.summarize(WS, DAY, AT);

        assertThat(Files.readString(root.resolve(SUMMARY)))
                .containsSubsequence("## Decisions\n- Ship it", "## Open Loops\n- Wait for Bo")
                .doesNotContain("Thanks");
    }

    @Test
    void sumsUpEveryEntryHoweverOftenItIsAsked() throws IOException {
        Path other = Files.createDirectories(root.resolve("other"));
        DailyLogs often = new DailyLogs(FolderFiles.of(other));
        for (int i = 0; i < 50; i++) {
            logs.append(WS, entry(Category.DECISION, "Decision " + i));
            often.append(WS, entry(Category.DECISION, "Decision " + i));
            often.summarize(WS, DAY, AT);
        }
        logs.summarize(WS, DAY, AT);

        assertThat(Files.readAllLines(root.resolve(SUMMARY)))
                .contains("- Decision 0", "- Decision 40", "- Decision 49")
                .isEqualTo(Files.readAllLines(other.resolve(SUMMARY)));
    }

    @Test
    void addsOnlyWhatIsNewAndKeepsWhatPeopleChanged() throws IOException {
        logs.append(WS, entry(Category.DECISION, "Use Postgres"));
        logs.append(WS, entry(Category.DECISION, "Use Kafka"));
        logs.summarize(WS, DAY, AT);
        String edited = Files.readString(root.resolve(SUMMARY))
                .replace("- Use Postgres\n", "- Use Postgres 16, Ann says\n")
                .replace("- Use Kafka\n", "")
                .replace("## Summary\n", "My own words\n## Summary\n");
        Files.writeString(root.resolve(SUMMARY), edited);

        assertThat(logs.summarize(WS, DAY, AT.plusSeconds(600))).isFalse();
        assertThat(root.resolve(SUMMARY)).hasContent(edited);

        logs.append(WS, entry(Category.DECISION, "Use Lucene"));
        assertThat(logs.summarize(WS, DAY, AT.plusSeconds(1200))).isTrue();

        assertThat(Files.readString(root.resolve(SUMMARY)))
                .contains("My own words\n", "- Use Postgres 16, Ann says\n- Use Lucene\n", "entries: 3")
                .doesNotContain("- Use Postgres\n")
                .doesNotContain("Kafka");
    }

    @Test
    void addsToASummaryOfOthersAndKeepsEveryLine() throws IOException {
        String theirs =
                "---\nupdated: 2026-03-01\nmood: calm\n---\n# The day\n\n## Decisions\n- Theirs\n\n## Weather\nRain\n";
        write(SUMMARY, theirs);
        logs.append(WS, entry(Category.DECISION, "Ours"));

        logs.summarize(WS, DAY, AT);

        assertThat(Files.readString(root.resolve(SUMMARY)))
                .contains("mood: calm", "# The day\n", "## Decisions\n- Theirs\n- Ours\n\n## Weather\nRain\n");
    }

    @Test
    void waitsWhileAnotherOneIsAtItAndNoLonger() throws IOException {
        logs.append(WS, entry(Category.DECISION, "Use Postgres"));
        write(WorkLease.PATH, "until: " + AT.plusSeconds(60) + "\n");

        assertThat(logs.summarize(WS, DAY, AT)).isFalse();
        assertThat(root.resolve(SUMMARY)).doesNotExist();

        assertThat(logs.summarize(WS, DAY, AT.plusSeconds(61))).isTrue();
        assertThat(root.resolve(WorkLease.PATH)).hasContent("until: 1970-01-01T00:00:00Z\n");
    }

    @Test
    void givesTheLeaseBackWhenTheWorkFails() {
        WorkLease lease = new WorkLease(files, WS);

        assertThatThrownBy(() -> lease.during(AT, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(lease.during(AT, () -> !lease.during(AT, () -> true))).isTrue();
    }

    @Test
    void isNotHeldBackByALockThatSomebodyLeft() throws IOException {
        logs.append(WS, entry(Category.DECISION, "Use Postgres"));
        write(WorkLease.PATH, "garbage");
        write(".cowork/memory/locks/consolidation.lock", "");

        assertThat(logs.summarize(WS, DAY, AT)).isTrue();
        assertThat(root.resolve(".cowork/memory/locks/consolidation.lock")).exists();
    }

    @Test
    void countsTheSummariesOfTheLastDays() throws IOException {
        for (String day : List.of("2026-03-02", "2026-03-01", "2026-02-23", "2026-02-22", "notes")) {
            write(".cowork/memory/summaries/" + day + ".md", "x");
        }

        assertThat(logs.countRecentSummaries(WS, AT, 7)).isEqualTo(2);
        assertThat(logs.countRecentSummaries(WS, AT, 8)).isEqualTo(3);
    }

    private static JournalEntry entry(Category category, String text) {
        return new JournalEntry(AT, "user", category, text, (@Nullable String) null, List.of());
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
