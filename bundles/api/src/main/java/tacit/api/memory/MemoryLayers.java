package tacit.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Makes one prompt of what all sources offer: the only owner of its budget. A pure function of its request and its settings,
 * so that the same memory gives the same bytes and two versions can be compared on the same recorded requests.
 *
 * <p>L0 is who the agent works for and by which rules, L1 the essential story, L2 topic packs, L3 what tools find. The first
 * two are injected; whole pieces only, nothing twice, and a reason for each piece that is left out. Text of a lane that may not
 * instruct never stands where instructions do.
 */
@Role("memory-layers")
@ConsumerType
public interface MemoryLayers {

    AssembledContext assemble(LayerRequest request);

    /** What each layer would hold, in their order, the ones that are not injected too. */
    List<LayerPreview> preview(LayerRequest request);
}
