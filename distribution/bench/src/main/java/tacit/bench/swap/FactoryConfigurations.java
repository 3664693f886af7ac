package tacit.bench.swap;

import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import tacit.runtime.testkit.TestFramework;

/** Places each provider as one more configuration of one bundle; every other one ranks higher. */
final class FactoryConfigurations implements Placement {

    private final ConfigurationAdmin configurations;
    private final TemplateServices services;
    private final Bundle bundle;

    FactoryConfigurations(TestFramework framework, TemplateServices services) {
        this.services = services;
        configurations = framework.await(ConfigurationAdmin.class);
        bundle = framework.start(ProviderJars.configured());
    }

    @Override
    public Placed place(int number) throws Exception {
        Configuration configuration = configurations.getFactoryConfiguration(ProviderJars.PID, "bench-" + number, "?");
        configuration.update(TemplateServices.settings(number));
        services.awaitNumber(number, true);
        return new Placed() {
            @Override
            public void remove() throws Exception {
                configuration.delete();
                services.awaitNumber(number, false);
            }

            @Override
            public ClassLoader loader() {
                return InstalledBundles.loaderOf(bundle);
            }
        };
    }
}
