package tacit.surface.gateway.rest.observe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.event.Events;
import tacit.api.experiment.Experiments;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.FailureClusters;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.Traffic;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Query;

/** Answers how the whole host does, as Prometheus asks for it. What is not there, or fails, is left out. Thread-safe. */
@Component(service = HttpResource.class)
@Designate(ocd = PrometheusResource.Config.class)
public final class PrometheusResource implements HttpResource {

    private static final Logger log = LoggerFactory.getLogger(PrometheusResource.class);

    /** Who may ask. */
    @ObjectClassDefinition(name = "Tacit metrics for monitors")
    public @interface Config {

        @AttributeDefinition(
                name = "Open on this machine",
                description = "Whether GET /metrics needs no token on the loopback address; elsewhere it always does")
        boolean open_on_loopback() default false;
    }

    private final Traffic traffic;
    private final boolean open;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TraceStore traces;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable FailureClusters clusters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Experiments experiments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Generations generations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Approvals approvals;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Events events;

    @Activate
    public PrometheusResource(@Reference Traffic traffic, Config config) {
        this.traffic = traffic;
        this.open = config.open_on_loopback();
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public Optional<AccessRole> role() {
        return open ? Optional.empty() : Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        if (open && call.secure() && call.header("Authorization").isEmpty()) {
            throw new HttpProblem(401, "A token is needed beyond this machine: send 'Authorization: Bearer TOKEN'");
        }
        HostOperator.require(call);
        Exposition out = new Exposition();
        TrafficFamilies.write(traffic, out);
        TraceStore known = traces;
        List<String> workspaces = known == null ? List.of() : known.workspaces();
        stage("traces", known, StageFamilies::traces, out);
        stage("clusters", clusters, (one, text) -> StageFamilies.clusters(one, workspaces, text), out);
        stage("experiments", experiments, (one, text) -> StageFamilies.experiments(one, workspaces, text), out);
        stage("generations", generations, StageFamilies::generations, out);
        stage("approvals", approvals, StageFamilies::approvals, out);
        stage("events", events, StageFamilies::events, out);
        MachineFamilies.write(out);
        return Reply.bytes(200, Exposition.TYPE, out.text().getBytes(StandardCharsets.UTF_8));
    }

    private static <S> void stage(String name, @Nullable S service, BiConsumer<S, Exposition> write, Exposition out) {
        if (service == null) {
            return;
        }
        Exposition part = new Exposition();
        try {
            write.accept(service, part);
            out.add(part);
        } catch (RuntimeException e) {
            log.warn("Cannot measure {}; it is left out of the answer", name, e);
        }
    }
}
