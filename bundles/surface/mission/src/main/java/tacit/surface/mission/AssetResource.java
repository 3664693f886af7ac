package tacit.surface.mission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.mission.view.Assets;

/** A file that pages load; its name changes with its content, so browsers may keep it. Thread-safe. */
@Component(service = HttpResource.class)
public final class AssetResource implements HttpResource {

    private final Screen screen;

    @Activate
    public AssetResource(@Reference Screen screen) {
        this.screen = screen;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/mission/assets/{file}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        Assets.Asset asset = screen.assets()
                .find(call.pathParameters().getOrDefault("file", ""))
                .orElseThrow(() -> new HttpProblem(404, "There is no such file"));
        Reply reply = Reply.bytes(200, asset.type(), asset.text().getBytes(StandardCharsets.UTF_8));
        return Replies.with(reply, "Cache-Control", "public, max-age=31536000, immutable");
    }
}
