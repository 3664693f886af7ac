package tacit.runtime.cellagent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void namesTheMissingPackage() {
        Throwable failure = new Exception("Unable to resolve fox [3](R 3.0): missing requirement [fox [3](R 3.0)]"
                + " osgi.wiring.package; (&(osgi.wiring.package=org.coop)(version>=1.2.0))");

        assertThat(Causes.words(failure)).isEqualTo("it imports package 'org.coop' 1.2.0, which no bundle exports");
    }

    @Test
    void namesTheMissingCapability() {
        Throwable failure = new Exception(
                "missing requirement [fox [3](R 3.0)] osgi.ee; (&(osgi.ee=JavaSE)(version=99)) Unresolved");

        assertThat(Causes.words(failure))
                .isEqualTo("it requires osgi.ee (&(osgi.ee=JavaSE)(version=99)), which no bundle provides");
    }

    @Test
    void tellsTheFirstCause() {
        assertThat(Causes.words(new Exception("outer", new IllegalStateException("inner"))))
                .isEqualTo("IllegalStateException: inner");
        assertThat(Causes.words(new StackOverflowError())).isEqualTo("StackOverflowError");
    }
}
