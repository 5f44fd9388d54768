"""The addresses of the screening desk."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.waiting, name="queue"),
    path("<int:number>/", views.check, name="check"),
    path("<int:number>/owner/", views.owner, name="owner"),
    path("<int:number>/settle/", views.settle, name="settle"),
]
