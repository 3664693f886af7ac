package tacit.bench.swap;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import tacit.runtime.testkit.TestFramework;

/** Updates the one bundle, or its one configuration, while callers look the service up each time. */
final class UpdateInPlace implements SwapStrategy {

    private final TestFramework framework = TestFramework.start();
    private final TemplateServices services = new TemplateServices(framework);
    private final List<byte[]> versions = ProviderJars.versions().subList(0, 2);
    private final boolean configuration;
    private final Bundle bundle;
    private int number;

    UpdateInPlace(boolean configuration) throws Exception {
        this.configuration = configuration;
        bundle = framework.start(configuration ? ProviderJars.configured() : versions.get(0));
        if (configuration) {
            configure();
        }
    }

    @Override
    public String name() {
        return "update-in-place";
    }

    @Override
    public String call(String message, String input) {
        return services.call(message, input);
    }

    @Override
    public void swap() throws Exception {
        number++;
        if (configuration) {
            configure();
        } else {
            bundle.update(new ByteArrayInputStream(versions.get(number % versions.size())));
        }
    }

    private void configure() throws Exception {
        Configuration live = framework.await(ConfigurationAdmin.class).getConfiguration(ProviderJars.PID, "?");
        live.update(TemplateServices.settings(number));
        services.awaitNumber(number, true);
    }

    @Override
    public List<ClassLoader> loaders() {
        return List.of(InstalledBundles.loaderOf(bundle));
    }

    @Override
    public void close() {
        services.close();
        framework.close();
    }
}
