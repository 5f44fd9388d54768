"""The addresses of the supervising agency's desk."""

from django.urls import path

from . import views

urlpatterns = [path("", views.people, name="list"), path("<int:number>/", views.answer, name="answer")]
