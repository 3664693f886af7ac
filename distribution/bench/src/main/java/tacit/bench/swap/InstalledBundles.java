package tacit.bench.swap;

import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import tacit.runtime.testkit.TestFramework;

/** Places each version as a bundle of its own: 1.0.0 and 1.1.0 in turn, the newer one ranking higher. */
final class InstalledBundles implements Placement {

    private final TestFramework framework;
    private final List<byte[]> versions = ProviderJars.versions().subList(0, 2);

    InstalledBundles(TestFramework framework) {
        this.framework = framework;
    }

    @Override
    public Placed place(int number) {
        Bundle bundle = framework.start(versions.get(number % versions.size()));
        return new Placed() {
            @Override
            public void remove() throws Exception {
                bundle.uninstall();
            }

            @Override
            public ClassLoader loader() {
                return loaderOf(bundle);
            }
        };
    }

    static ClassLoader loaderOf(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }
}
