package tacit.runtime.calls;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;

/** Loads some classes itself, as the loader of a plugin does, and asks its parent for the others. */
final class OwnLoader extends ClassLoader {

    private final Set<String> own;

    OwnLoader(Class<?>... own) {
        super(OwnLoader.class.getClassLoader());
        this.own = Set.of(Arrays.stream(own).map(Class::getName).toArray(String[]::new));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!own.contains(name)) {
            return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
