package tacit.pulse.triggers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;

/** A switch for all, and what was counted. */
final class FakeSwitches implements CoreSwitches {

    boolean on = true;
    final List<Integer> products = new ArrayList<>();
    final List<String> whyNot = new ArrayList<>();

    @Override
    public boolean on(CoreStage stage) {
        return on;
    }

    @Override
    public String why(CoreStage stage) {
        return on ? "" : "Switched off by ada";
    }

    @Override
    public void turn(@Nullable CoreStage stage, boolean value, String by, String reason) {
        on = value;
    }

    @Override
    public void ran(CoreStage stage, int made, List<String> reasons) {
        products.add(made);
        whyNot.addAll(reasons);
    }

    @Override
    public List<Status> status() {
        return List.of();
    }
}
