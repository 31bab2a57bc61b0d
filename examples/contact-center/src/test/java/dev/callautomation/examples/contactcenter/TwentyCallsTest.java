package dev.callautomation.examples.contactcenter;
