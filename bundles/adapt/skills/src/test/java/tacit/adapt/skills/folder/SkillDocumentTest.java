package tacit.adapt.skills.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with: a colon and # a hash",
                "\"quoted\" and 'single' and \\ back",
                "line\nbreak\ttab \u0007 bell \u2028 \u0085 \uFEFF",
                "部署 🚀 ünïcode",
                "true",
                "- a list? {no} [no] *no &no !no |no >no %no @no `no",
                "---"
            })
    void readsBackWhatItWrote(String words) {
        SkillDocument document = new SkillDocument(
                "a-skill",
                words,
                new TreeMap<>(Map.of("license", "MIT", "metadata.some.key", words, "metadata.odd key", "x")),
                "# Body\n\n" + words.strip() + "\n");

        SkillDocument read = SkillDocument.read("a-skill", document.text());

        assertThat(read.description()).isEqualTo(words.strip());
        assertThat(read.meta()).isEqualTo(document.meta());
        assertThat(read.body()).isEqualTo(document.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: A|name must have",
                "name: -a|name must have",
                "name: a--b|name must have",
                "description: x|name must have",
                "name: a|description must have",
                "name: [a]|name must be a text",
                "- name|must be a mapping",
                "name: a\\nname: a|must be YAML",
                "name: &x a\\ndescription: *|must be YAML",
                "name: a\\ndescription: x\\nmetadata: [1]|metadata must be",
                "name: a\\ndescription: x\\nmetadata: {k: {v: w}}|metadata must be",
                "name: other\\ndescription: x|must be that of the folder"
            })
    void saysWhichRuleAFileBreaks(String front, String reason) {
        String text = "---\n" + front.replace("\\n", "\n") + "\n---\nbody";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillDocument.read("a", text))
                .withMessageContaining(reason);
    }

    @Test
    void asksForFencesAndBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> SkillDocument.read("a", "name: a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillDocument.read("a", "---\nname: a"))
                .withMessageContaining("must end");
        String front = "---\nname: a\ndescription: x\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillDocument.read("a", front + "---\n" + "l\n".repeat(500)))
                .withMessageContaining("500 lines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillDocument.read("a", front + "---\n" + "x".repeat(20_000)))
                .withMessageContaining("5000 tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillDocument.read("a", front + "compatibility: " + "x".repeat(501) + "\n---\n"))
                .withMessageContaining("compatibility");
    }

    @Test
    void theRulesOfTheTestsRefuseWhatBreaksThem() {
        String good = "---\nname: a\ndescription: x\n---\nbody\n";
        assertThat(PublishedRules.broken("a", good)).isEmpty();
        assertThat(PublishedRules.broken("b", good)).containsExactly("name");
        assertThat(PublishedRules.broken("a", good.replace("x", "x".repeat(1025))))
                .containsExactly("description");
        assertThat(PublishedRules.broken("a", good.replace("body", "l\n".repeat(600))))
                .containsExactly("lines");
        assertThat(PublishedRules.broken("a", good.replace("description: x", "description: x\nmetadata:\n  k: 1")))
                .containsExactly("metadata");
        assertThat(PublishedRules.broken("a", "name: a")).containsExactly("front matter");
    }
}
