package tacit.runtime.harness.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.http.HttpResource;

class InterfaceLoaderTest {

    @Test
    void isTheLoaderThatAllHaveInCommon() {
        assertThat(InterfaceLoader.of(List.of(Command.class, HttpResource.class)))
                .isSameAs(Command.class.getClassLoader());
        assertThat(InterfaceLoader.of(List.of(Runnable.class))).isNull();
    }

    @Test
    void seesInterfacesOfSeveralLoadersAndNoOthers() throws ClassNotFoundException {
        ClassLoader loader = Objects.requireNonNull(InterfaceLoader.of(List.of(Command.class, Runnable.class)));

        assertThat(loader.loadClass(Command.class.getName())).isSameAs(Command.class);
        assertThat(loader.loadClass("java.lang.Runnable")).isSameAs(Runnable.class);
        assertThatThrownBy(() -> loader.loadClass("hen.Missing")).isInstanceOf(ClassNotFoundException.class);
    }
}
