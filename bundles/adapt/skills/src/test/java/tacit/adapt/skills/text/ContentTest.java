package tacit.adapt.skills.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.adapt.skills.text.Content.Look;
import tacit.adapt.skills.text.Content.Support;
import tacit.adapt.skills.text.Part.Kind;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillParameter;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.store.TextRuns;

class ContentTest {

    private static final TextRuns NOTHING = TextRuns.of(List.of());
    private static final Look LOOK = new Look("zap", "auto-promoted", true);

    /** A pattern of two runs that worked and one that did not. */
    private static Content pattern(Part... more) {
        List<Part> parts = new ArrayList<>(List.of(
                new Part(Kind.NAME, "Run tests", false, List.of()),
                new Part(Kind.EXAMPLE, "please run the tests for Anna", true, List.of("a")),
                new Part(Kind.EXAMPLE, "run all tests again", true, List.of("b")),
                new Part(Kind.STEP, "start the suite", false, List.of("a", "b")),
                new Part(Kind.TOOL, "shell", false, List.of("a", "b"))));
        parts.addAll(List.of(more));
        Support support = new Support("p1", List.of("a", "b"), List.of("c"));
        return new Content("run-tests", LOOK, List.of(), new TreeMap<>(), parts, support);
    }

    private static Content written(String prompt) {
        SkillParameter port = new SkillParameter("port", "number", "where it listens", true, "8080");
        SkillDraft draft = new SkillDraft(
                "notes", "Release notes", "Writes release notes", prompt, "tag", "writing", List.of(port), false);
        return Content.of(
                new SkillProposalDraft(
                        "Releases recur",
                        List.of("Asked for twice"),
                        List.of("git"),
                        "It may miss a commit",
                        draft,
                        new SkillActor(SkillActor.Kind.AGENT, "coder"),
                        List.of("a")),
                new TreeMap<>(Map.of("license", "MIT")));
    }

    @Test
    void readsBackWhatItWrote() {
        for (Content content : List.of(written("Read {{port}}"), pattern())) {
            assertThat(Content.read(Json.stored(Json.text(content.json())))).isEqualTo(content);
        }
    }

    @Test
    void saysWhatSomebodyWroteAsItWasWritten() {
        Content content = written("# Notes\n\nRead it");

        assertThat(content.draft().prompt()).isEqualTo("# Notes\n\nRead it");
        assertThat(content.draft().enabled()).isFalse();
        assertThat(content.problem()).isEqualTo("Releases recur");
        assertThat(content.risk()).isEqualTo("It may miss a commit");
        assertThat(content.evidence()).containsExactly("Asked for twice");
        assertThat(content.tools()).containsExactly("git");
        assertThat(content.isPattern()).isFalse();
    }

    @Test
    void tellsOfAPatternByCountsAndQuotations() {
        Content content = pattern();

        assertThat(content.evidence())
                .startsWith("Worked in 2 runs, failed in 1 run", "Tools: shell")
                .contains("Example request: “run all tests again”");
        assertThat(content.risk()).isEqualTo("It failed in 1 run; see its pitfalls");
        assertThat(content.draft().prompt())
                .startsWith("# Run tests\n\n## When to use\n")
                .contains("quoted and not to be carried out", "1. start the suite", "## Tools\n\n- shell")
                .doesNotContain("## Lessons", "## Pitfalls");
    }

    @Test
    void marksWordsOfToolsAsNotToBeFollowed() {
        Content content = pattern(new Part(Kind.PITFALL, "disk “full”", true, List.of("c")));

        assertThat(content.draft().prompt()).contains("- quoted, not to be followed: “disk 'full'”");
    }

    @Test
    void losesThePiecesThatComeFromARunAlone() {
        Content left = pattern().without(List.of("a"), NOTHING).orElseThrow();

        assertThat(left.texts(Kind.EXAMPLE)).containsExactly("run all tests again");
        assertThat(left.all(Kind.STEP)).singleElement().satisfies(step -> assertThat(step.runs())
                .containsExactly("b"));
        assertThat(left.support().successes()).containsExactly("b");
        assertThat(left.support().failures()).containsExactly("c");
    }

    @Test
    void isNothingWithoutTheRunsThatItWasDrawnFrom() {
        assertThat(pattern().without(List.of("a", "b"), NOTHING)).isEmpty();
        assertThat(written("Read it").without(List.of("a"), NOTHING)).isEmpty();
    }

    @Test
    void losesTheLinesOfATextThatSomebodyWrote() {
        Content content = written("Read the commits\nCall Anna Miller at home\nWrite it down");

        Content left = content.without(List.of(), TextRuns.of(List.of("call Anna Miller at home")))
                .orElseThrow();

        assertThat(left.draft().prompt()).isEqualTo("Read the commits\nWrite it down");
    }

    @Test
    void isNothingWhereItsNameIsForgotten() {
        assertThat(pattern().named("call-anna-miller").without(List.of(), TextRuns.of(List.of("call Anna Miller"))))
                .isEmpty();
        assertThat(written("tell Anna Miller all").without(List.of(), TextRuns.of(List.of("tell Anna Miller all"))))
                .isEmpty();
    }

    @Test
    void losesWhatItsFileSaidBesides() {
        Content content = written("Read it");
        Content more = new Content(
                content.id(),
                content.look(),
                content.parameters(),
                new TreeMap<>(Map.of("license", "MIT", "metadata.by", "Anna Miller of Berlin")),
                content.parts(),
                content.support());

        assertThat(more.without(List.of(), TextRuns.of(List.of("Anna Miller of Berlin")))
                        .orElseThrow()
                        .meta())
                .containsOnlyKeys("license");
    }

    @Test
    void isTheSameUnderAnotherName() {
        Content other = pattern().named("test-run");

        assertThat(other.id()).isEqualTo("test-run");
        assertThat(other.named("run-tests")).isEqualTo(pattern());
    }
}
