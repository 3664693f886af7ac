package tacit.evidence.otlp;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.evidence.otlp.wire.Signal;

/** Takes and drops metrics, so that an exporter that sends all three signals sees no errors. */
@Component(property = HttpResource.LISTENER + "=" + HttpResource.OTLP)
public final class MetricExport implements HttpResource {

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/metrics";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return 16 << 20;
    }

    @Override
    public Reply handle(Call call) {
        return new ExportCall(call, Signal.METRICS).answer();
    }
}
