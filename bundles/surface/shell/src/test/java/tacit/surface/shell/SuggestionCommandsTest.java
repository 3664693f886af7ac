package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Page;

class SuggestionCommandsTest {

    private static final String ID = "6f1c2c3e-0d1b-3f5e-9a51-1a2b3c4d5e6f";
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final List<String> acts = new ArrayList<>();
    private final ShellLines shell = new ShellLines().with(new SuggestionCommands(desk()), "suggestions");

    @AfterEach
    void close() {
        shell.close();
    }

    /** A desk with one suggestion that notes what it was asked; it knows no other. */
    private SuggestionDesk desk() {
        return (SuggestionDesk) Proxy.newProxyInstance(
                SuggestionDesk.class.getClassLoader(),
                new Class<?>[] {SuggestionDesk.class},
                (self, method, arguments) -> {
                    acts.add(method.getName() + " " + Arrays.asList(arguments));
                    return method.getName().equals("list")
                            ? new Page<>(List.of(one()), 0, 1)
                            : Optional.of(one()).filter(known -> known.id().equals(arguments[0]));
                });
    }

    private static Suggestion one() {
        SuggestionDraft draft = new SuggestionDraft(
                "k1",
                "ap-0123456789abcdef0123",
                "shop",
                null,
                SuggestionDraft.Type.INSIGHT,
                SuggestionDraft.Topic.GENERAL,
                "heartbeat",
                "Mend the cause of what fails again and again when orders are cancelled",
                "It failed five times since Monday",
                "",
                "Mend cancel_order",
                .8,
                Urgency.MEDIUM,
                List.of("trace:t1"),
                null,
                null);
        return new Suggestion(
                ID, draft, Suggestion.State.OPEN, .7349, List.of("fresh"), null, null, null, null, NOW, NOW);
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    @Test
    void listsThemIn80ColumnsWithWholeIds() {
        assertThat(shell.run("tacit:suggestions --state open --workspace shop", 80))
                .isEqualTo(Command.OK);

        assertThat(shell.out().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(80));
        assertThat(shell.out()).contains(ID, "open", "0.73", "Mend the cause");
        assertThat(acts).singleElement().asString().startsWith("list [shop, OPEN, ");
    }

    @Test
    void showsOneWithWhyItIsThere() {
        assertThat(run("tacit:suggestions show " + ID))
                .contains("It failed five times since Monday", "Mend cancel_order", "trace:t1", "fresh");
    }

    @Test
    void answersForTheOperator() {
        run("tacit:suggestions act " + ID);
        run("tacit:suggestions edit " + ID + " mend it by noon");
        run("tacit:suggestions snooze " + ID + " PT2H");
        run("tacit:suggestions dismiss " + ID + " not ours");
        run("tacit:suggestions dismiss " + ID);

        assertThat(acts)
                .containsExactly(
                        "act [" + ID + ", null, operator]",
                        "act [" + ID + ", mend it by noon, operator]",
                        "snooze [" + ID + ", PT2H, operator]",
                        "dismiss [" + ID + ", not ours, operator]",
                        "dismiss [" + ID + ", null, operator]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:suggestions show",
                "tacit:suggestions show none",
                "tacit:suggestions act none",
                "tacit:suggestions paint " + ID,
                "tacit:suggestions edit " + ID,
                "tacit:suggestions snooze " + ID,
                "tacit:suggestions snooze " + ID + " soon",
                "tacit:suggestions --state asleep",
                "tacit:suggestions --limit 0"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);
        assertThat(shell.err()).isNotEmpty();
    }
}
