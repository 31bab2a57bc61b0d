package dev.callautomation.examples.reception;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import dev.callautomation.camel.CallAutomationComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** The component is compiled with a newer Camel than that of Quarkus. */
class CamelVersionTest {

    /** Not called where Quarkus has the server. */
    private static final String NEWER =
            "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.isManagementServer()Z";

    private final Set<String> calls = new TreeSet<>();

    @Test
    void componentCallsOnlyWhatThisCamelHas() throws Exception {
        Path component = Path.of(CallAutomationComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(component)) {
            readAll(component);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(component)) {
                readAll(jar.getPath("/"));
            }
        }

        assertThat(calls)
                .hasSizeGreaterThan(100)
                .filteredOn(call -> !exists(call))
                .containsExactly(NEWER);
    }

    private void readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Calls(), ClassReader.SKIP_DEBUG);
            }
        }
    }

    private static boolean exists(String call) {
        int parameters = call.indexOf('(');
        int dot = call.lastIndexOf('.', parameters);
        Class<?> owner;
        try {
            owner = Class.forName(call.substring(0, dot), false, CamelVersionTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // an optional library, which is not here
            return true;
        }
        return has(owner, call.substring(dot + 1, parameters), call.substring(parameters));
    }

    private static boolean has(Class<?> owner, String name, String descriptor) {
        if (name.equals("<init>")) {
            return Stream.of(owner.getDeclaredConstructors()).anyMatch(any -> matches(any, descriptor));
        }
        return Stream.of(owner.getDeclaredMethods())
                        .anyMatch(any -> any.getName().equals(name) && matches(any, descriptor))
                || Stream.concat(Stream.ofNullable(owner.getSuperclass()), Stream.of(owner.getInterfaces()))
                        .anyMatch(parent -> has(parent, name, descriptor))
                || owner.isInterface() && has(Object.class, name, descriptor);
    }

    private static boolean matches(Executable method, String descriptor) {
        return Type.getArgumentCount(descriptor) == method.getParameterCount()
                && descriptor.equals(
                        method instanceof Method one
                                ? Type.getMethodDescriptor(one)
                                : Type.getConstructorDescriptor((Constructor<?>) method));
    }

    /** Collects the methods of Camel that a class calls. */
    private final class Calls extends ClassVisitor {

        Calls() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    add(owner, name, descriptor);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle method) {
                            add(method.getOwner(), method.getName(), method.getDesc());
                        }
                    }
                }
            };
        }

        private void add(String owner, String name, String descriptor) {
            if (owner.startsWith("org/apache/camel/")) {
                calls.add(owner.replace('/', '.') + "." + name + descriptor);
            }
        }
    }
}
