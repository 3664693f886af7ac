package tacit.runtime.harness.contribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees some interfaces of several bundles, so that one proxy can have them all. Thread-safe. */
final class InterfaceLoader extends ClassLoader {

    private final Map<String, Class<?>> types = new HashMap<>();

    private InterfaceLoader(List<Class<?>> types) {
        super(InterfaceLoader.class.getClassLoader());
        types.forEach(type -> this.types.put(type.getName(), type));
    }

    /** The loader of the interfaces where they have one in common; else one that sees them all. */
    static @Nullable ClassLoader of(List<Class<?>> types) {
        ClassLoader first = types.get(0).getClassLoader();
        boolean common = types.stream().allMatch(type -> type.getClassLoader() == first);
        return common ? first : new InterfaceLoader(types);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> type = types.get(name);
        return type == null ? super.loadClass(name, resolve) : type;
    }
}
