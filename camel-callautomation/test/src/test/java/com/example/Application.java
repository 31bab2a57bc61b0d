package com.example;

import org.apache.camel.main.Main;

/** Runs the routes on camel-main. */
public final class Application {

    private Application() {}

    static Main create() {
        Main main = new Main();
        main.configure().addRoutesBuilder(ReceptionRoutes.class);
        return main;
    }

    public static void main(String[] args) throws Exception {
        create().run(args);
    }
}
