package tacit.runtime.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class CausesTest {

    @Test
    void namesTheMissingPackage() {
        BundleException failure = new BundleException(
                "Unable to resolve x [3](R 3.0): missing requirement [x [3](R 3.0)]"
                        + " osgi.wiring.package; (&(osgi.wiring.package=no.such)(version>=1.2.0)(!(version>=2.0.0)))"
                        + " Unresolved requirements: [[x [3](R 3.0)] osgi.wiring.package; (osgi.wiring.package=no.such)]");

        assertThat(Causes.words(failure)).isEqualTo("it imports package 'no.such' 1.2.0, which no bundle exports");
    }

    @Test
    void namesTheRootOfAChain() {
        BundleException failure =
                new BundleException("Unable to resolve x [3](R 3.0): missing requirement [x [3](R 3.0)]"
                        + " osgi.wiring.package; (osgi.wiring.package=y.api) [caused by: Unable to resolve y [4](R 4.0):"
                        + " missing requirement [y [4](R 4.0)] osgi.wiring.package; (osgi.wiring.package=gone)]");

        assertThat(Causes.words(failure)).isEqualTo("it imports package 'gone', which no bundle exports");
    }

    @Test
    void namesAnyOtherRequirement() {
        BundleException failure =
                new BundleException("Unable to resolve x [3](R 3.0): missing requirement [x [3](R 3.0)]"
                        + " osgi.ee; (&(osgi.ee=JavaSE)(version=99))");

        assertThat(Causes.words(failure))
                .isEqualTo("it requires osgi.ee (&(osgi.ee=JavaSE)(version=99)), which no bundle provides");
    }

    @Test
    void givesTheDeepestCause() {
        BundleException failure = new BundleException(
                "Activator start error", new IllegalStateException("no port", new Exception("taken")));

        assertThat(Causes.words(failure)).isEqualTo("Exception: taken");
    }
}
