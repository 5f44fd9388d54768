"""The addresses of the prosecutor's desk."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.cases, name="cases"),
    path("enter/", views.enter, name="enter"),
    path("charge/<int:number>/", views.case, name="case"),
    path("charge/<int:number>/longer/<slug:clock>/", views.longer, name="longer"),
    path("overrides/", views.overrides, name="overrides"),
    path("overrides/<int:number>/", views.override, name="override"),
    path("agenda/", views.agenda, name="agenda"),
]
