package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;
import tacit.api.adapt.Settings;
import tacit.api.adapt.Trend;
import tacit.api.command.Command;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Scope;

class EvolutionCommandsTest {

    private static final Estimate TWO_OF_THREE = new Estimate(2 / 3.0, 0.2, 0.9, 3, false);
    private static final EvolutionSnapshot SNAPSHOT = new EvolutionSnapshot(
            Instant.parse("2026-03-04T10:00:00Z"),
            15,
            42,
            List.of(new EvolutionMetric(
                    EvolutionMetric.TASK_SUCCESS_RATE,
                    "Task success rate",
                    67,
                    "%",
                    Trend.STABLE,
                    "2 succeeded, 1 failed",
                    TWO_OF_THREE,
                    null)),
            53,
            List.of(new GenerationSuccess("7", 2, 1, TWO_OF_THREE)));

    private final ShellLines shell = new ShellLines();
    private final FakeSettings settings = new FakeSettings();
    private final FakeLearning learning = new FakeLearning();

    @BeforeEach
    void start() {
        EvolutionCommands evolution = new EvolutionCommands(new FakeEvolution(), learning);
        shell.with(evolution, "metrics").with(evolution, "briefing");
        SettingsCommands commands = new SettingsCommands(settings);
        shell.with(commands, "settings").with(commands, "governance");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void showsMetricsWithIntervalsAndGenerations() {
        run("tacit:metrics");

        assertThat(shell.out())
                .contains("task_success_rate", "0.67 [0.20, 0.90] of 3, too few", "Overall score 53 of 100, day 15")
                .containsPattern("7 +2 +1");
    }

    @Test
    void saysWhenNothingIsLearnt() {
        run("tacit:metrics");
        assertThat(shell.out()).doesNotContain("switched off");

        learning.switches = LearningSwitches.OFF;
        run("tacit:metrics");

        assertThat(shell.out()).contains("Learning is switched off: nothing is learnt, and no metrics are kept");
    }

    @Test
    void showsWhatWasKept() {
        run("tacit:metrics --history --json");

        assertThat(shell.out()).contains("\"day\":\"2026-03-04\"", "\"score\":53", "\"task_success_rate\":67");
    }

    @Test
    void showsTheBriefingOfADay() {
        run("tacit:briefing --day 2026-03-02 --user anna");

        assertThat(shell.out()).contains("Briefing of 2026-03-02 for anna");
    }

    @Test
    void listsSettingsAndShowsOne() {
        run("tacit:settings a.Part");
        assertThat(shell.out()).contains("a.Part", "limit", "(secret)").doesNotContain("hunter22");

        run("tacit:settings a.Part limit");
        assertThat(shell.out()).contains("How many", "Integer", "a.bundle");
    }

    @Test
    void changesASettingAndTakesItBack() {
        run("tacit:settings a.Part limit 7");
        assertThat(shell.out()).contains("operator", "now");
        run("tacit:settings --reset a.Part limit");
        run("tacit:settings --history");

        assertThat(settings.changes).extracting(SettingChange::after).containsExactly("7", null);
        assertThat(shell.out()).contains("asked for in the shell");
    }

    @Test
    void refusesMoreWordsThanItKnows() {
        assertThat(shell.run("tacit:settings a b c d")).isEqualTo(Command.FAILED);
        assertThat(shell.run("tacit:settings --reset a")).isEqualTo(Command.FAILED);
        assertThat(settings.changes).isEmpty();
    }

    @Test
    void showsWhatRulesAdaptation() {
        run("tacit:governance");

        assertThat(shell.out()).contains("sampleLimit", "3 a week", "sample.change", "a.Part:limit");
    }

    private void run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
    }

    private static final class FakeEvolution implements Evolution {

        @Override
        public EvolutionSnapshot snapshot(Scope scope) {
            return SNAPSHOT;
        }

        @Override
        public List<EvolutionSnapshot> history(Scope scope, int most) {
            return List.of(SNAPSHOT);
        }

        @Override
        public Briefing briefing(Scope scope, @Nullable String day) {
            return new Briefing(
                    String.valueOf(day), List.of(), "# Briefing of " + day + " for " + scope.userId() + "\n");
        }
    }

    private static final class FakeSettings implements Settings {

        final List<SettingChange> changes = new ArrayList<>();

        @Override
        public List<Setting> list(@Nullable String pid) {
            return List.of(setting("key", "Password", true), setting("limit", "Integer", false));
        }

        private static Setting setting(String key, String type, boolean secret) {
            return new Setting(
                    "a.Part",
                    key,
                    key,
                    "How many",
                    "a.bundle",
                    null,
                    new Setting.Rule(type, List.of(), null, null, secret),
                    secret ? null : "1",
                    secret ? null : "3",
                    SettingSource.FILE);
        }

        @Override
        public SettingChange change(String pid, String key, @Nullable String value, String by, String reason) {
            SettingChange change = new SettingChange(pid, key, "3", value, Instant.EPOCH, by, reason, true, 4L);
            changes.add(change);
            return change;
        }

        @Override
        public List<SettingChange> history(int most) {
            return changes;
        }

        @Override
        public List<GovernedSwitch> governance() {
            return List.of(
                    new GovernedSwitch("sampleLimit", setting("limit", "Integer", false), "3 a week", "sample.change"));
        }
    }
}
