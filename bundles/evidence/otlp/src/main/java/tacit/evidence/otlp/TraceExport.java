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
import tacit.evidence.otlp.map.TraceAssembly;
import tacit.evidence.otlp.wire.Decoded;
import tacit.evidence.otlp.wire.Encoding;
import tacit.evidence.otlp.wire.Signal;
import tacit.evidence.otlp.wire.WireSpan;

/** Takes spans by OTLP over HTTP; they are durable when the answer leaves. */
@Component(property = HttpResource.LISTENER + "=" + HttpResource.OTLP)
@Designate(ocd = TraceExport.Config.class)
public final class TraceExport implements HttpResource {

    /** Settings. */
    @ObjectClassDefinition(name = "OTLP spans")
    public @interface Config {

        @AttributeDefinition(description = "The longest request that is taken, in bytes after unpacking")
        long max_body_bytes() default 16 << 20;
    }

    private final TraceIngest ingest;
    private final long maxBodyBytes;

    @Activate
    public TraceExport(@Reference TraceIngest ingest, Config config) {
        this(ingest, config.max_body_bytes());
    }

    TraceExport(TraceIngest ingest, long maxBodyBytes) {
        this.ingest = ingest;
        this.maxBodyBytes = BodyBound.checked(maxBodyBytes);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/traces";
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
        ExportCall export = new ExportCall(call, Signal.TRACES);
        Decoded<WireSpan> spans = export.decode(Encoding::spans);
        TraceAssembly assembly = new TraceAssembly(false);
        spans.items().forEach(assembly::add);
        export.reject(spans.rejected());
        export.reject(assembly.rejected());
        return export.store(ingest, assembly.updates());
    }
}
