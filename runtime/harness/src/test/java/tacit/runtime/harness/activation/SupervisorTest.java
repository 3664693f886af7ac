package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import tacit.api.access.AuditEntry;

final class SupervisorTest {

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "first"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void stopInTheShell() throws BundleException {
        String slot = host.harness.roles().stream()
                .filter(role -> role.role().equals("one"))
                .findFirst()
                .orElseThrow()
                .slot();
        Bundle bundle = host.felix.context().getBundle("slot:one/" + slot);
        bundle.stop();
    }

    private void look() {
        host.harness.supervisor().look();
    }

    @Test
    void leavesWhatRunsAlone() {
        look();

        assertThat(host.audit.entries).hasSize(1);
        assertThat(host.harness.alarms()).isEmpty();
    }

    @Test
    void bringsBackARoleThatAnOperatorStopped() throws BundleException {
        stopInTheShell();

        look();

        assertThat(host.askFacade("one")).isEqualTo("first");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("try 1 of 3") && alarm.contains("worked"));
        assertThat(host.audit.entries).extracting(AuditEntry::action).contains("role.revive");
        assertThat(host.ledger.entries()).hasSize(1);
    }

    @Test
    void bringsItBackThreeTimesAndThenSaysThatItStaysDown() throws BundleException {
        for (int i = 0; i < Supervisor.TRIES; i++) {
            stopInTheShell();
            look();
        }
        assertThat(host.askFacade("one")).isEqualTo("first");

        stopInTheShell();
        look();

        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("Role 'one' stays down"));
        assertThat(host.audit.entries).hasSize(1 + Supervisor.TRIES);
    }

    @Test
    void startsToCountAgainAfterAnActivation() throws BundleException {
        for (int i = 0; i <= Supervisor.TRIES; i++) {
            stopInTheShell();
            look();
        }

        host.activate(Map.of("one", Samples.answering("one", "second")));
        assertThat(host.harness.alarms()).isEmpty();
        stopInTheShell();
        look();

        assertThat(host.askFacade("one")).isEqualTo("second");
    }

    @Test
    void forgetsOldTriesWhenTheRoleRanForLong() throws BundleException {
        stopInTheShell();
        look();

        for (int i = 0; i < Supervisor.STEADY; i++) {
            look();
        }

        assertThat(host.harness.alarms()).isEmpty();
    }
}
