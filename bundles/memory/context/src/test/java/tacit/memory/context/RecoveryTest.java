package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.context.Offers.add;
import static tacit.memory.context.Offers.fragment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.AssembledContext.Block;
import tacit.api.memory.Attempt;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextExplanation.Failure;
import tacit.api.memory.ContextExplanation.Line;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.memory.layers.WakeUpLayers;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RecoveryTest {

    private static final Attempt SECOND = new Attempt("t1", 2, 3, 0, "timeout", null, List.of("Run tests"), true);

    private final Database database;
    private final List<Attempt> asked = new ArrayList<>();
    private AskedContexts contexts;

    RecoveryTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        contexts = new AskedContexts(
                new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of())),
                new FakeKit("the kit"),
                new SqlMemoryStore(database, Clock.fixed(Offers.NOW, ZoneOffset.UTC)),
                Configurations.of(AskedContexts.Config.class, Map.of("patience_millis", 5000)));
        add(contexts, "s", request -> List.of(fragment("Likes tea", Visibility.PRIVATE)));
        advise("Attempt 2/3, do not repeat it");
    }

    @AfterEach
    void close() {
        contexts.close();
    }

    private void advise(String text) {
        contexts.advice = (request, attempt) -> {
            asked.add(attempt);
            return text;
        };
    }

    private AssembledContext context(Attempt attempt, int budget) {
        return contexts.context(
                new ContextRequest("w", "Deploy", Audience.ofUser("ada"), Offers.NOW, 50, attempt), budget);
    }

    @Test
    void standsBehindWhatIsRemembered() {
        AssembledContext context = context(SECOND, 2800);

        assertThat(asked).containsExactly(SECOND);
        assertThat(context.text()).contains("Likes tea").endsWith("\n\nAttempt 2/3, do not repeat it");
        assertThat(context.blocks())
                .last()
                .isEqualTo(new Block("recovery", "Attempt 2/3, do not repeat it", 8, List.of()));
        assertThat(context.explanation().budgets()).containsEntry("recovery", 8);
        assertThat(context.explanation().lines())
                .filteredOn(line -> line.source().equals("retry_guidance"))
                .singleElement()
                .matches(Line::kept);
    }

    @Test
    void standsBeforeWhatSaysHowToAnswer() {
        add(contexts, "style", request -> List.of(how("personality", "Be brief"), how("channel", "Write for Slack")));

        AssembledContext context = context(SECOND, 2800);

        assertThat(context.text())
                .endsWith("</cowork_hot_memory>\n\nAttempt 2/3, do not repeat it\n\n## Personality\n- Be brief"
                        + "\n\n## Channel\n- Write for Slack");
        assertThat(context.blocks())
                .extracting(Block::kind)
                .containsExactly("kit", "hot_memory", "recovery", "personality", "channel");
    }

    private static ContextFragment how(String section, String text) {
        return new ContextFragment(
                text, "style", section, text, TrustLane.STATEMENT, Visibility.PUBLIC, 1, 1, Offers.NOW, List.of());
    }

    @Test
    void isNoPartOfAFirstAttempt() {
        AssembledContext context = contexts.context(Offers.request(Audience.ofUser("ada")), 2800);

        assertThat(asked).isEmpty();
        assertThat(context.text()).doesNotContain("Attempt");
        assertThat(context.explanation().budgets()).doesNotContainKey("recovery");
    }

    @Test
    void takesItsShareFromTheBudget() {
        advise("x".repeat(2_000));

        AssembledContext context = context(SECOND, 1_000);

        assertThat(context.explanation().budgets()).containsEntry("recovery", 500);
        assertThat(context.tokens()).isLessThanOrEqualTo(1_000);
        assertThat(context.blocks()).extracting(Block::kind).contains("recovery");
    }

    @Test
    void isTheFirstToGoWhereRoomIsShort() {
        advise("x".repeat(2_004));

        AssembledContext context = context(SECOND, 1_000);

        assertThat(context.text()).contains("Likes tea").doesNotContain("xxx");
        assertThat(context.explanation().lines())
                .filteredOn(line -> line.source().equals("retry_guidance"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kept()).isFalse();
                    assertThat(line.reason()).contains("half of the budget");
                });
    }

    @Test
    void saysThatItIsMissing() {
        contexts.advice = null;
        assertThat(context(SECOND, 2800).explanation().failures())
                .containsExactly(new Failure("retry_guidance", "It is not there"));

        contexts.advice = (request, attempt) -> {
            throw new IllegalStateException("broken");
        };
        assertThat(context(SECOND, 2800).explanation().failures())
                .containsExactly(new Failure("retry_guidance", "It failed with IllegalStateException"));
        assertThat(context(SECOND, 2800).text()).contains("Likes tea");
    }

    @Test
    void saysNothingWhereThereIsNothingToSay() {
        advise("");

        AssembledContext context = context(SECOND, 2800);

        assertThat(context.blocks()).extracting(Block::kind).doesNotContain("recovery");
        assertThat(context.explanation().failures()).isEmpty();
    }
}
