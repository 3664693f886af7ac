package tacit.pulse.executors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.execute.Executions.Device;
import tacit.api.execute.TaskBrief;
import tacit.api.execute.TaskExecutor;

/** The devices that operators configured, the executors that there are, and which of them take a piece of work. Thread-safe. */
@Component(service = Devices.class)
public final class Devices {

    private static final Logger log = LoggerFactory.getLogger(Devices.class);

    private final List<Target> targets = new CopyOnWriteArrayList<>();
    private final Map<String, TaskExecutor> executors = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTarget(Target target) {
        if (named(target.name()).isPresent()) {
            log.warn("Two devices are called '{}'; the one that was there first is used", target.name());
        }
        targets.add(target);
    }

    public void removeTarget(Target target) {
        targets.remove(target);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExecutor(TaskExecutor executor) {
        if (executors.putIfAbsent(executor.name(), executor) != null) {
            log.warn("Two executors are called '{}'; the one that was there first is used", executor.name());
        }
    }

    public void removeExecutor(TaskExecutor executor) {
        executors.remove(executor.name(), executor);
    }

    Optional<TaskExecutor> executor(String name) {
        return Optional.ofNullable(executors.get(name));
    }

    List<String> executors() {
        return executors.keySet().stream().sorted().toList();
    }

    private Optional<Target> named(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /** By priority, then by name; of equal names the first. */
    private List<Target> inOrder() {
        Map<String, Target> byName = new TreeMap<>();
        targets.forEach(target -> byName.putIfAbsent(target.name(), target));
        return byName.values().stream()
                .sorted(Comparator.comparingInt(Target::priority))
                .toList();
    }

    List<Device> all(Map<String, Integer> running) {
        return inOrder().stream()
                .map(target -> new Device(
                        target.name(),
                        target.executor(),
                        target.workspaces(),
                        target.priority(),
                        target.enabled(),
                        problem(target),
                        running.getOrDefault(target.name(), 0),
                        target.capacity()))
                .toList();
    }

    Route route(TaskBrief brief) {
        List<Target> fit = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<Target> all = inOrder();
        for (Target target : all) {
            if (brief.device() == null || brief.device().equals(target.name())) {
                String why = why(target, brief);
                if (why.isEmpty()) {
                    fit.add(target);
                } else {
                    passedOver.add("passed over " + target.name() + ": " + why);
                }
            }
        }
        if (brief.device() != null
                && all.stream().noneMatch(target -> target.name().equals(brief.device()))) {
            passedOver.add("there is no device '" + brief.device() + "'");
        }
        return new Route(fit, passedOver);
    }

    private String why(Target target, TaskBrief brief) {
        if (!target.enabled()) {
            return "it is disabled";
        }
        if (!target.takes(brief.workspaceId())) {
            return "it does not take work of this workspace";
        }
        if (brief.executor() != null && !brief.executor().equals(target.executor())) {
            return "its executor is " + target.executor() + ", asked for is " + brief.executor();
        }
        return problem(target);
    }

    private String problem(Target target) {
        TaskExecutor executor = executors.get(target.executor());
        if (executor == null) {
            return "there is no executor '" + target.executor() + "'";
        }
        try {
            return executor.problem(target.settings());
        } catch (RuntimeException e) {
            log.debug("Executor '{}' cannot say what is wrong with a device", target.executor(), e);
            return "its executor cannot read its settings: " + e.getClass().getSimpleName();
        }
    }
}
