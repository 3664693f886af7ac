package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.style.Styles.ADA;
import static tacit.adapt.style.Styles.ALL;
import static tacit.adapt.style.Styles.BEN;
import static tacit.adapt.style.Styles.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.RelationshipStats;
import tacit.api.adapt.RelationshipStats.Milestone;
import tacit.api.adapt.StyleDimension;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredPersonalityTest {

    private Styles styles;
    private StoredPersonality personality;

    @BeforeEach
    void open(Database database) {
        styles = new Styles(database);
        personality = new StoredPersonality(styles.store, styles.clock);
    }

    private List<String> lines(StyleDimension dimension, String level) {
        styles.engine(1).set(ADA, null, settings(dimension, level), List.of());
        return personality.lines(ADA, "slack");
    }

    @Test
    void pe03SaysWhatEachLevelMeans() {
        assertThat(lines(StyleDimension.EMOJI_USAGE, "none")).contains("Use no emoji.");
        assertThat(lines(StyleDimension.EMOJI_USAGE, "expressive")).contains("Use emoji liberally.");
        assertThat(lines(StyleDimension.RESPONSE_LENGTH, "terse"))
                .contains("Keep answers very brief.", "Leave out explanations that nobody asked for.");
        assertThat(lines(StyleDimension.RESPONSE_LENGTH, "detailed")).contains("Give comprehensive answers.");
        assertThat(lines(StyleDimension.EXPLANATION_DEPTH, "expert"))
                .contains("Write for an expert: skip the basics.", "Point out edge cases and trade-offs.");
        assertThat(lines(StyleDimension.EXPLANATION_DEPTH, "teaching"))
                .contains("Teach as if the reader were a student: say why, step by step.");
        assertThat(lines(StyleDimension.CODE_COMMENTS, "verbose"))
                .contains("Comment code throughout: what each part does, and why.");
    }

    @Test
    void saysSomethingElseForEachLevelOfEachDimension() {
        for (StyleDimension dimension : StyleDimension.values()) {
            assertThat(dimension.levels().stream().map(level -> lines(dimension, level)))
                    .as(dimension.title())
                    .doesNotHaveDuplicates()
                    .allSatisfy(lines -> assertThat(lines).hasSizeGreaterThanOrEqualTo(4));
        }
    }

    private RelationshipStats complete(int from, int until) {
        return personality.recordTasks(
                ADA,
                IntStream.rangeClosed(from, until)
                        .mapToObj(i -> new CompletedTask("t" + i, "shop", styles.clock.instant()))
                        .toList());
    }

    @Test
    void pe04CountsTasksAndNotesMilestones() {
        RelationshipStats first = complete(1, 1);
        assertThat(first.tasksCompleted()).isEqualTo(1);
        assertThat(first.firstInteraction()).isEqualTo(styles.clock.instant());
        assertThat(first.milestones()).containsExactly(new Milestone(1, styles.clock.instant()));

        complete(2, 5);
        assertThat(complete(6, 6).tasksCompleted()).isEqualTo(6);
        complete(7, 9);
        styles.clock.pass(Duration.ofHours(50));

        RelationshipStats tenth = complete(10, 10);

        assertThat(tenth.milestones()).extracting(Milestone::tasks).containsExactly(1, 10);
        assertThat(tenth.projects()).containsExactly("shop");
        assertThat(tenth.daysTogether()).isEqualTo(2);
        assertThat(tenth.firstInteraction()).isEqualTo(first.firstInteraction());
        assertThat(personality.relationship(ADA)).isEqualTo(tenth);
    }

    @Test
    void pe05KnowsTheNextMilestone() {
        assertThat(personality.relationship(ADA).nextMilestone()).isEqualTo(1);
        assertThat(complete(1, 15).nextMilestone()).isEqualTo(25);
        assertThat(Relationship.next(1500)).isNull();
        assertThat(Relationship.next(10)).isEqualTo(25);
    }

    @Test
    void countsATaskOnceAndForItsUserOnly() {
        complete(1, 3);
        assertThat(complete(2, 4).tasksCompleted()).isEqualTo(4);

        assertThat(personality.relationship(BEN).tasksCompleted()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> personality.relationship(ALL));
        assertThatIllegalArgumentException().isThrownBy(() -> personality.recordTasks(ALL, List.of()));
    }

    @Test
    void beginsWithTheFirstTaskInTime() {
        complete(1, 1);
        CompletedTask earlier =
                new CompletedTask("t0", null, styles.clock.instant().minus(Duration.ofDays(3)));

        RelationshipStats stats = personality.recordTasks(ADA, List.of(earlier));

        assertThat(stats.daysTogether()).isEqualTo(3);
        assertThat(stats.projects()).containsExactly("shop");
    }
}
