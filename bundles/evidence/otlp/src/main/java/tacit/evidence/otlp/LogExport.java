package tacit.evidence.otlp;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.ingest.TraceIngest;
import tacit.evidence.otlp.events.EventAssembly;
import tacit.evidence.otlp.wire.Decoded;
import tacit.evidence.otlp.wire.Encoding;
import tacit.evidence.otlp.wire.Signal;
import tacit.evidence.otlp.wire.WireLog;

/** Takes log events by OTLP over HTTP: those of agents become spans and outcomes, any other log line is dropped. */
@Component(property = HttpResource.LISTENER + "=" + HttpResource.OTLP)
@Designate(ocd = LogExport.Config.class)
public final class LogExport implements HttpResource {

    /** Settings. */
    @ObjectClassDefinition(name = "OTLP log events")
    public @interface Config {

        @AttributeDefinition(description = "The longest request that is taken, in bytes after unpacking")
        long max_body_bytes() default 16 << 20;
    }

    /** Whose runs they are, for agents whose telemetry cannot say it in its resource. */
    private static final String USER = "X-Tacit-User";

    private final TraceIngest ingest;
    private final long maxBodyBytes;

    @Activate
    public LogExport(@Reference TraceIngest ingest, Config config) {
        this(ingest, config.max_body_bytes());
    }

    LogExport(TraceIngest ingest, long maxBodyBytes) {
        this.ingest = ingest;
        this.maxBodyBytes = BodyBound.checked(maxBodyBytes);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/logs";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return maxBodyBytes;
    }

    @Override
    public Reply handle(Call call) {
        ExportCall export = new ExportCall(call, Signal.LOGS);
        Decoded<WireLog> logs = export.decode(Encoding::logs);
        EventAssembly assembly = new EventAssembly(call.header(USER).orElse(null));
        logs.items().forEach(assembly::add);
        export.reject(logs.rejected());
        export.reject(assembly.rejected());
        return export.store(ingest, assembly.updates());
    }
}
