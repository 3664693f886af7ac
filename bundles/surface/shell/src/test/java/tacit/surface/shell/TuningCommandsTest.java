package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.pulse.ProfileTuning;
import tacit.runtime.testkit.ListProfiles;

/** What generations lay over the profile {@code profile-1}, which has the usual settings. */
class TuningCommandsTest {

    private final ShellLines shell = new ShellLines();
    private final FakePulseDesk desk = new FakePulseDesk();

    @AfterEach
    void stop() {
        shell.close();
    }

    /** Generations from 1 on, each made from the one before; the last is in force. */
    private String run(String line, String... tunings) {
        List<Generation> all = new java.util.ArrayList<>();
        for (String tuning : tunings) {
            all.add(generation(all.size() + 1, tuning));
        }
        Generations generations = (Generations) Proxy.newProxyInstance(
                Generations.class.getClassLoader(),
                new Class<?>[] {Generations.class},
                (proxy, method, given) -> method.getName().equals("list") ? all : Optional.of(all.get(all.size() - 1)));
        ListProfiles profiles = ListProfiles.of("profile-1", "writer", "home");
        shell.with(new TuningCommands(profiles, desk, generations), "tuning");
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    private static Generation generation(int number, String tuning) {
        return new Generation(
                number,
                number == 1 ? null : number - 1L,
                Instant.EPOCH,
                "ann",
                "why",
                new TreeMap<>(Map.of("heartbeat", new Artifact("tacit.pulse.heartbeat", "1.0.0", "a1".repeat(32)))),
                new TreeMap<>(Map.of(
                        "tacit.pulse.heartbeat.OrderedRulesPolicy",
                        new TreeMap<>(Map.of(ProfileTuning.SETTING, tuning)))),
                null);
    }

    @Test
    void showsWhatIsSetAndWhatIsLaidOverItSinceWhichGeneration() {
        desk.tuning = new ProfileTuning("profile-1", 45, null, 3);

        String shown = run(
                "tacit:tuning --workspace home",
                "",
                "profile-1 cadence=45 budget=3",
                "profile-1 cadence=45 budget=3\nother cadence=60");

        assertThat(shown).contains("profile-1", "writer", "15 -> 45", "120", "6 -> 3");
        assertThat(shown.lines().filter(line -> line.contains("profile-1")))
                .singleElement()
                .asString()
                .as("the third generation only kept it")
                .endsWith("2");
    }

    @Test
    void showsALineOfAProfileThatIsGone() {
        assertThat(run("tacit:tuning --workspace home", "", "lost cooldown=90"))
                .contains("profile-1", "lost", "(gone)", "90");
    }

    @Test
    void showsProfilesAloneWhereNothingIsLaidOverThem() {
        assertThat(run("tacit:tuning --workspace home --json", "")).contains("\"cadence\":\"15\"");
    }
}
