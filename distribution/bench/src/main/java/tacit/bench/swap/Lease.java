package tacit.bench.swap;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Swaps as the harness does; callers hold the facade by a static reference. */
final class Lease implements SwapStrategy {

    private final String name;
    private final HarnessHost host;
    private final ConsumerBundle consumer;
    private final Step step;
    private int number;

    private Lease(String name, HarnessHost host, Step step) {
        this.name = name;
        this.host = host;
        this.step = step;
        this.consumer = new ConsumerBundle(host.framework());
    }

    /** Every swap is an activation into the idle slot, which held something else before. */
    static SwapStrategy cold(boolean configuration) throws IOException {
        List<byte[]> jars = ProviderJars.versions();
        HarnessHost host = new HarnessHost(jars.get(0));
        List<String> hashes = jars.stream().map(host::store).toList();
        return new Lease("lease", host, number -> activate(host, hashes, configuration, number));
    }

    /** Every swap is a rollback to what still lies in the other slot. */
    static SwapStrategy warm(boolean configuration) throws IOException {
        List<byte[]> jars = ProviderJars.versions();
        HarnessHost host = new HarnessHost(jars.get(0));
        List<String> hashes = jars.stream().map(host::store).toList();
        activate(host, hashes, configuration, 1);
        return new Lease(
                "lease-warm",
                host,
                number -> HarnessHost.require(host.generations().rollBack(Optional.empty(), "bench", "a swap back")));
    }

    private static void activate(HarnessHost host, List<String> hashes, boolean configuration, int number) {
        int turn = number % hashes.size();
        SortedMap<String, String> bundles = new TreeMap<>();
        SortedMap<String, String> settings = new TreeMap<>();
        if (configuration) {
            settings.put(ProviderJars.SETTING, String.valueOf(150 + turn));
        } else {
            bundles.put(ProviderJars.ROLE, hashes.get(turn));
        }
        host.activate(bundles, settings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String call(String message, String input) {
        return consumer.call(message, input);
    }

    @Override
    public void swap() {
        number++;
        step.take(number);
    }

    @Override
    public List<ClassLoader> loaders() {
        return host.loaders();
    }

    @Override
    public void close() {
        consumer.close();
        host.close();
    }

    /** One swap. */
    private interface Step {
        void take(int number);
    }
}
