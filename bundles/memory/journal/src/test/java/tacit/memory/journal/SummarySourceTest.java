package tacit.memory.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.memory.workspace.FolderFiles;

class SummarySourceTest {

    private static final Instant NOW = Instant.parse("2026-03-05T00:30:00Z");

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({"0, 0.5500", "1, 0.4981", "2, 0.4512", "3, 0.4086", "4, 0.3701", "5, 0.3352", "6, 0.3036"})
    void weighsADayByItsAge(int age, double relevance) {
        assertThat(SummarySource.relevance(age)).isEqualTo(relevance, within(0.00006));
    }

    @Test
    void offersTheSummariesOfTheLastDaysWithoutTheirFrontMatter() throws IOException {
        write("summaries/2026-03-05.md", "---\nsource: x\n---\n## Decisions\n- Ship\n\n## Next Actions\n");
        write("summaries/2026-03-01.md", "Old words");
        write("summaries/2026-02-28.md", "Too old");
        write("summaries/2026-03-06.md", "Not yet");
        write("daily/2026-03-05.md", "raw log");

        List<ContextFragment> fragments = fragments(5, 20);

        assertThat(fragments)
                .extracting(ContextFragment::text)
                .containsExactly(
                        "[Daily Summary 2026-03-05]\n## Decisions\n- Ship", "[Daily Summary 2026-03-01]\nOld words");
        assertThat(fragments.get(1).updatedAt()).isEqualTo(Instant.parse("2026-03-01T00:30:00Z"));
        assertThat(fragments.get(0).confidence()).isEqualTo(0.75);
        assertThat(fragments.get(0).section()).isEqualTo("summaries");
        assertThat(fragments.get(0).source()).isEqualTo("journal");
    }

    @Test
    void offersNoEmptySummaryAndNotMoreThanIsWanted() throws IOException {
        write("summaries/2026-03-05.md", "---\nsource: x\n---\n## Decisions\n\n## Next Actions\n");
        write("summaries/2026-03-04.md", "One");
        write("summaries/2026-03-03.md", "Two");

        assertThat(fragments(5, 1))
                .extracting(ContextFragment::text)
                .containsExactly("[Daily Summary 2026-03-04]\nOne");
        assertThat(fragments(2, 20)).hasSize(1);
    }

    @Test
    void offersTheLastItemsOfEachSectionOfABusyDay() throws IOException {
        StringBuilder day = new StringBuilder("words\n## Summary\n- first\n## Decisions\n");
        for (int i = 0; i < 45; i++) {
            day.append("- Decision ").append(i).append('\n');
        }
        write("summaries/2026-03-05.md", day.toString());

        assertThat(fragments(5, 1).get(0).text())
                .startsWith("[Daily Summary 2026-03-05]\nwords\n## Summary\n- first\n## Decisions\n- Decision 5\n")
                .endsWith("- Decision 44");
    }

    @Test
    void neverOffersTheLogItself() throws IOException {
        write("daily/2026-03-05.md", "raw log");

        assertThat(fragments(5, 20)).isEmpty();
    }

    @Test
    void refusesAnotherNumberOfDays() {
        for (int days : new int[] {0, 32}) {
            assertThatThrownBy(() -> new SummarySource(FolderFiles.of(root), days))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("days");
        }
    }

    private List<ContextFragment> fragments(int days, int most) {
        return new SummarySource(FolderFiles.of(root), days)
                .fragments(new ContextRequest("w", "anything", Audience.ofUser("ann"), NOW, most));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(".cowork/memory").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
