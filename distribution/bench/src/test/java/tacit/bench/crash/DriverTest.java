package tacit.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverTest {

    private static final String PROMOTE = "tacit:activate tacit.learn.template@1.1.0 --reason 'crash bench'";

    @TempDir
    Path data;

    @Test
    void remembersWhatWasAcknowledgedAndWhatWasInFlight() throws Exception {
        try (FakeHost host = new FakeHost(data).says(PROMOTE, "Generation 2 is active, before it 1\n")) {
            Driver driver = new Driver(host.shell(), new AtomicInteger(), 1);

            driver.run();

            assertThat(driver.acknowledged()).isEqualTo(2);
            assertThat(driver.act()).isEqualTo(Driver.Act.ROLLBACK);
        }
    }

    @Test
    void alternatesVersionsSettingsAndRollbacks() throws Exception {
        try (FakeHost host = new FakeHost(data)
                .says(PROMOTE, "Generation 2 is active, before it 1\n")
                .says("tacit:rollback", "Generation 1 is active, before it 2\n")
                .says("tacit:activate tacit.learn.template.MaskingTemplates:longest=103", "Cannot")) {
            Driver driver = new Driver(host.shell(), new AtomicInteger(), 1);

            driver.run();

            assertThat(host.typed()).hasSize(6).startsWith(PROMOTE, "tacit:rollback");
            assertThat(driver.act()).isEqualTo(Driver.Act.ACTIVATION);
        }
    }

    @Test
    void comesBackWholeWhenEveryRoleIsFilledAsNamed() throws Exception {
        assertThat(comeback("tacit.learn.template", "1.1.0")).isEqualTo(new Comeback(2, 2, true));
    }

    @Test
    void doesNotComeBackWholeWithAnotherVersion() throws Exception {
        assertThat(comeback("tacit.learn.template", "1.0.0")).isEqualTo(new Comeback(2, 2, false));
        assertThat(comeback("none", "1.1.0")).isEqualTo(new Comeback(2, 2, false));
    }

    @Test
    void failsWhenTheHostDiesInTheMiddle() throws Exception {
        try (FakeHost host = new FakeHost(data)) {
            assertThatThrownBy(() -> host.shell().type("tacit:rollback")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void comesBackWithNothingWhenTheProcessIsGone() throws Exception {
        assertThat(Comeback.of(new HostShell(1, () -> false, data))).isEqualTo(Comeback.NONE);
    }

    private Comeback comeback(String bundle, String version) throws Exception {
        String row = "{\"role\":\"failure-template\",\"bundle\":\"" + bundle + "\",\"version\":\"" + version + "\"}";
        try (FakeHost host = new FakeHost(data)
                .says(
                        "tacit:generations --json",
                        "{\"rows\":[{\"active\":\"*\",\"generation\":2},{\"active\":\"\",\"generation\":1}]}")
                .says("tacit:generation 2", "failure-template  tacit.learn.template 1.1.0 (0123456789ab)\n")
                .says("tacit:roles --json", "{\"rows\":[" + row + "]}")) {
            return Comeback.of(host.shell());
        }
    }
}
