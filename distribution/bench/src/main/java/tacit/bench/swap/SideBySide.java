package tacit.bench.swap;

import java.util.List;
import java.util.function.BinaryOperator;
import tacit.runtime.testkit.TestFramework;

/** Starts the new provider beside the old one, which goes as soon as the new one is there. */
final class SideBySide implements SwapStrategy {

    private final String name;
    private final TestFramework framework;
    private final Placement placement;
    private final BinaryOperator<String> caller;
    private Placement.Placed active;
    private int number;

    private SideBySide(String name, TestFramework framework, Placement placement, BinaryOperator<String> caller)
            throws Exception {
        this.name = name;
        this.framework = framework;
        this.placement = placement;
        this.caller = caller;
        active = placement.place(number);
    }

    /** Callers take the service that ranks first, each time anew. */
    static SwapStrategy ranking(boolean configuration) throws Exception {
        TestFramework framework = TestFramework.start();
        TemplateServices services = new TemplateServices(framework);
        return new SideBySide(
                "service-ranking", framework, placement(framework, services, configuration), services::call);
    }

    /** Callers use a component that holds the service by a static greedy reference. */
    static SwapStrategy greedy(boolean configuration) throws Exception {
        TestFramework framework = TestFramework.start();
        Placement placement = placement(framework, new TemplateServices(framework), configuration);
        ConsumerBundle consumer = new ConsumerBundle(framework);
        return new SideBySide("static-greedy", framework, placement, consumer::call);
    }

    private static Placement placement(TestFramework framework, TemplateServices services, boolean configuration) {
        return configuration ? new FactoryConfigurations(framework, services) : new InstalledBundles(framework);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String call(String message, String input) {
        return caller.apply(message, input);
    }

    @Override
    public void swap() throws Exception {
        Placement.Placed old = active;
        number++;
        active = placement.place(number);
        old.remove();
    }

    @Override
    public List<ClassLoader> loaders() {
        return List.of(active.loader());
    }

    @Override
    public void close() {
        framework.close();
    }
}
