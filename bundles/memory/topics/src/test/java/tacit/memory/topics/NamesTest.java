package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.WorkspaceFile;

class NamesTest {

    private static final Topic TOPIC = Topic.of("Ferry times", "memory", Instant.EPOCH, List.of());

    private static TopicFile file(String name, String text) {
        return TopicFile.of(new WorkspaceFile(Shelf.FOLDER + "/" + name, text, text.length(), Instant.EPOCH, "", true));
    }

    @ParameterizedTest
    @CsvSource({
        "Ferry: Times!, ferry-times",
        "'  -- a  b --', a-b",
        ".cowork/projects/Bay.md, cowork-projects-bay-md",
        "Größe der Fähre, größe-der-fähre",
        "北京 计划, 北京-计划",
        "'!!!', topic",
        "../../etc, etc"
    })
    void namesAFileAfterItsTitle(String title, String slug) {
        assertThat(Names.slug(title, 80)).isEqualTo(slug);
    }

    @Test
    void boundsNames() {
        assertThat(Names.slug("a".repeat(200), 80)).hasSize(80);
        assertThat(Names.slug("ab ".repeat(200), 80)).doesNotEndWith("-");
        assertThat(Names.slug("𠀋漢".repeat(200), 80).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(245);
    }

    @Test
    void findsTheFileOfATopicWhateverItIsCalled() {
        String block = TopicFile.BLOCK.with("", TOPIC.lines());

        assertThat(Names.path(TOPIC, List.of(file("renamed.md", block)))).contains(Shelf.FOLDER + "/renamed.md");
        assertThat(Names.path(TOPIC, List.of())).contains(Shelf.FOLDER + "/ferry-times.md");
    }

    @Test
    void givesWayToOthersAndGivesUpWhereBothNamesAreTaken() {
        TopicFile plain = file("ferry-times.md", "mine");
        String marked = "ferry-times-" + TOPIC.id().substring(0, 8) + ".md";

        assertThat(Names.path(TOPIC, List.of(plain))).contains(Shelf.FOLDER + "/" + marked);
        assertThat(Names.path(TOPIC, List.of(plain, file(marked, "mine too")))).isEmpty();
    }
}
