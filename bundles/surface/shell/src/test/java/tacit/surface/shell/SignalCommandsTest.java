package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals.State;
import tacit.api.pulse.Urgency;
import tacit.runtime.testkit.ListProfiles;

class SignalCommandsTest {

    private final ListSignals signals = new ListSignals();
    private final ShellLines shell =
            new ShellLines().with(new SignalCommands(signals, ListProfiles.of("p1", "writer", "home")), "signals");

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void listsWhatWaitsForAProfileOrItsRole() {
        assertThat(shell.run("tacit:signals writer")).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("s1", "mentions", "open", "0.70", "A question");
        assertThat(signals.asked).satisfies(filter -> {
            assertThat(filter.profileId()).isEqualTo("p1");
            assertThat(filter.state()).isEqualTo(State.OPEN);
        });
    }

    @Test
    void listsAllOfAFamilyAsJson() {
        shell.run("tacit:signals --state all --family maintenance --json");

        assertThat(shell.out()).contains("\"total\":1");
        assertThat(signals.asked).satisfies(filter -> {
            assertThat(filter.profileId()).isNull();
            assertThat(filter.state()).isNull();
            assertThat(filter.family()).isEqualTo(SignalFamily.MAINTENANCE);
        });
    }

    @Test
    void showsFamiliesAndWhatIsPutOff() {
        shell.run("tacit:signals families p1");
        assertThat(shell.out()).contains("mentions", "2", "7", "0.70");

        shell.run("tacit:signals deferral p1");
        assertThat(shell.out()).contains("foreground_active", "mentions: 1");
    }

    @Test
    void tellsAProfileSomething() {
        assertThat(shell.run("tacit:signals --urgency high add p1 open_loop_pressure Answer the mail"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(signals.told).singleElement().satisfies(draft -> {
            assertThat(draft.reason()).isEqualTo("Answer the mail");
            assertThat(draft.urgency()).isEqualTo(Urgency.HIGH);
            assertThat(draft.source()).isEqualTo(SignalSource.MANUAL);
            assertThat(draft.workspaceId()).isEqualTo("home");
        });
    }

    @Test
    void dismissesASignal() {
        assertThat(shell.run("tacit:signals dismiss s1 not now")).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("Dismissed s1");
        assertThat(signals.dismissed).containsExactly("s1 operator not now");
    }

    @Test
    void showsAndChangesInterests() {
        shell.run("tacit:signals interests p1");
        assertThat(shell.out()).contains("p1 hears of mentions");

        shell.run("tacit:signals interests p1 maintenance memory_drift");
        assertThat(shell.out()).contains("p1 hears of maintenance, memory_drift");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:signals nobody, Cannot find profile 'nobody'",
        "tacit:signals --state gone, Value must be one of",
        "tacit:signals families, signals families needs a profile",
        "tacit:signals add p1 mentions, 'signals add needs a profile, a family and a text'",
        "tacit:signals dismiss s2, Cannot dismiss signal 's2'",
        "tacit:signals dismiss, signals dismiss needs an id",
        "tacit:signals interests p1 nonsense, Value must be one of"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains(reason.replaceFirst("'$", ""));
        assertThat(signals.told).isEmpty();
    }
}
